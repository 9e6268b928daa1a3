import { once } from "node:events";
import { type IncomingMessage, get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { publishedObjects } from "../test/support/report-files.js";
import { freePorts } from "../test/support/servers/free-ports.js";
import { startMinio } from "../test/support/servers/minio.js";
import { obtain } from "../test/support/servers/obtain.js";
import { BUCKET, PREFIX, READER } from "../test/support/servers/real-s3.js";
import { startSeaweedfs } from "../test/support/servers/seaweedfs.js";
import { benchFolder } from "./bench-folder.js";
import { median } from "./median.js";
import { startGateway } from "./start-gateway.js";
import { write } from "./store.js";

const RUNS = 21;
const TOKEN = "a-token-for-hints-of-benches";

/** A store whose gateway is told of what is published in it. */
interface Hinted {
  /** What publishes, and who sends the hint. */
  name: string;
  /** Where the gateway finds it. */
  environment: Record<string, string>;
  put: (path: string, body: Buffer) => Promise<void>;
  /** Where no store sends a hint by itself: sends it. */
  hint: () => Promise<void>;
  stop: () => Promise<void>;
}

async function stores(port: number): Promise<Hinted[]> {
  const folder = benchFolder();
  const address = `http://127.0.0.1:${port}/hooks/refresh`;
  const hook = { address, token: TOKEN };
  const servers = [
    await obtain("MinIO", () => startMinio(hook)),
    await obtain("SeaweedFS", () => startSeaweedfs(hook)),
  ].filter((server) => server !== null);
  return [
    {
      name: "a folder, `POST /hooks/refresh` by who publishes",
      environment: { STORE: folder },
      put: (path, body) => Promise.resolve(write(folder, path, body)),
      async hint() {
        await fetch(address, { method: "POST", headers: { Authorization: `Bearer ${TOKEN}` } });
      },
      stop: () => Promise.resolve(),
    },
    ...servers.map((server) => ({
      name: `${server.name}, its own webhook`,
      environment: { STORE: `s3://${BUCKET}/${PREFIX}/bench`, ...server.environment(READER) },
      put: (path: string, body: Buffer) => server.put("bench", [[path, body]]),
      hint: () => Promise.resolve(),
      stop: () => server.stop(),
    })),
  ];
}

/** Milliseconds from before a run's entry is written into the log until a client has its event, for each of some runs. */
async function timesOf({ environment, put, hint }: Hinted, port: number): Promise<number[]> {
  // Looked at once, at the start: whatever is seen later was hinted at.
  const settings = { PORT: String(port), HOOK_TOKENS: TOKEN, POLL_SECONDS: "86400", ...environment };
  const publish = async (n: number): Promise<number> => {
    const createdAt = new Date(Date.now()).toISOString();
    const objects = [...publishedObjects({ run: `r${n}`, createdAt }, Date.now())];
    for (const [path, body] of objects.slice(0, -1)) await put(path, body);
    const started = performance.now();
    for (const [path, body] of objects.slice(-1)) await put(path, body);
    return started;
  };
  await publish(0);
  const { program, address } = await startGateway("", settings);
  const [stream] = (await once(get(`${address}api/v1/events`, { agent: false }), "response")) as [
    IncomingMessage,
  ];
  let text = "";
  let heard = 0;
  stream.on("data", (chunk) => {
    text += String(chunk);
    heard = performance.now();
  });
  const times: number[] = [];
  for (let n = 1; n <= RUNS; n++) {
    // Whoever looks at the board has asked for it, so it is read ahead.
    await fetch(`${address}api/v1/features/age/stats`);
    const started = await publish(n);
    await hint();
    while (!text.includes(`"run":"r${n}"`)) await wait(1);
    times.push(heard - started);
    // The hints of this run are over, and so is the pause after a look.
    await wait(700);
  }
  stream.destroy();
  program.stop();
  return times;
}

/** Measures how soon after it was published a run is told of, where a hint comes. */
export async function hints(): Promise<void> {
  const [port = 0] = await freePorts(1);
  const all = await stores(port);
  console.log("\n| store, and who hints | from publish to event, median of 21 | longest |");
  console.log("|---|---|---|");
  for (const store of all) {
    const times = await timesOf(store, port);
    await store.stop();
    console.log(`| ${store.name} | ${median(times).toFixed(0)} ms | ${Math.max(...times).toFixed(0)} ms |`);
  }
}
