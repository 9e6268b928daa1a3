import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { benchFolder } from "./bench-folder.js";
import { Program, freePort, isHere } from "./program.js";
import { sentBy } from "./sent-by.js";
import { startGateway } from "./start-gateway.js";
import { largeDocument, publish } from "./store.js";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A server that answers with the same distribution. */
export interface Contender {
  name: string;
  program: Program;
  address: string;
  /** Tag with which it answers 304; null where it does not. */
  etag: string | null;
}

function runOrFail(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed`);
}

/** The Python that the first design runs on, with its own packages, made once. */
function python(): string {
  const folder = here("../../node_modules/.cache/featurescope/bench-python");
  const program = join(folder, "bin/python");
  if (!existsSync(program)) {
    runOrFail("python3", ["-m", "venv", folder]);
    runOrFail(program, ["-m", "pip", "install", "--quiet", "fastapi==0.142.0", "uvicorn[standard]==0.54.0"]);
  }
  return program;
}

/** Starts all that can be started here, bare node:http and the gateway first; says what cannot. */
export async function startContenders(): Promise<Contender[]> {
  const folder = benchFolder();
  const plan = { run: "a", features: [{ name: "user_age" }] };
  publish(folder, plan, Date.now(), {
    "features/user_age/distribution.json": Buffer.from(JSON.stringify(largeDocument(plan))),
  });
  const gateway = await startGateway(folder);
  // Of its own: what it leaves to be collected would fall on the other's next second.
  const long = await startGateway(folder);
  const path = "api/v1/pipelines/credit/features/user_age/distribution.json";
  // Asked once before: the second answer is a hit, as all that follow.
  for (const { address } of [gateway, long]) await fetch(`${address}${path}`);
  const whole = await sentBy(`${gateway.address}${path}`, { "Accept-Encoding": "gzip" });
  const { etag } = whole;
  const conditional = { "Accept-Encoding": "gzip", "If-None-Match": etag };
  const notModified = await sentBy(`${gateway.address}${path}`, conditional);
  const plain = gunzipSync(whole.body);
  writeFileSync(join(folder, "stats.json"), plain);
  writeFileSync(join(folder, "stats.json.gz"), whole.body);
  console.log(`body: ${plain.length} bytes, gzip ${whole.body.length}`);

  const barePort = await freePort();
  const bare = new Program([
    process.execPath,
    here("bare-server.mjs"),
    join(folder, "stats.json.gz"),
    String(barePort),
    etag,
    JSON.stringify(whole.headers),
    JSON.stringify(notModified.headers),
  ]);
  await bare.answers(`http://127.0.0.1:${barePort}/`);
  const contenders: Contender[] = [
    {
      name: "bare node:http, same request, body and headers",
      program: bare,
      // The same request as the gateway is sent, to the last byte but the port's.
      address: `http://127.0.0.1:${barePort}/${path}`,
      etag,
    },
    { name: "**gateway**", ...gateway, address: `${gateway.address}${path}`, etag },
    { name: "gateway by way of Koa (any query)", ...long, address: `${long.address}${path}?x`, etag },
  ];
  if (isHere("nginx")) contenders.push(await startNginx(folder));
  else console.log("nginx is not here (Debian: apt install nginx-light), so its row is left out");
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/api/v1/features/user_age/stats`;
  const first = new Program([python(), here("first-design.py"), join(folder, "stats.json"), String(port)]);
  await first.answers(address);
  contenders.push({ name: "first design (FastAPI, dictionary → JSON)", program: first, address, etag: null });
  return contenders;
}

async function startNginx(folder: string): Promise<Contender> {
  const port = await freePort();
  mkdirSync(join(folder, "tmp"));
  const config = `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; gzip_static on; default_type application/json;
  client_body_temp_path ${folder}/tmp; proxy_temp_path ${folder}/tmp; fastcgi_temp_path ${folder}/tmp;
  uwsgi_temp_path ${folder}/tmp; scgi_temp_path ${folder}/tmp;
  server { listen 127.0.0.1:${port}; root ${folder}; keepalive_requests 100000000; }
}`;
  writeFileSync(join(folder, "nginx.conf"), config);
  const program = new Program(["nginx", "-c", join(folder, "nginx.conf"), "-g", "master_process off;"]);
  const address = `http://127.0.0.1:${port}/stats.json`;
  await program.answers(address);
  const etag = (await fetch(address, { headers: { "Accept-Encoding": "gzip" } })).headers.get("etag");
  return { name: "nginx, gzip_static, one worker", program, address, etag };
}
