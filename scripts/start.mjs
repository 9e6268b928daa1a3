// `npm start`: builds, makes the demonstration's reports once, and serves them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Featurescope needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}
const { root, runAll } = await import("./run.mjs");
const port = Number(process.env.PORT ?? 8000);
const host = process.env.HOST ?? "127.0.0.1";

/** Listens until the gateway does: a second start finds the port taken, and a page that is opened too early loads again by itself. */
async function holdPort() {
  const holder = createServer((_, answer) => {
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2", Refresh: "2" };
    answer.writeHead(503, { ...headers, "Cache-Control": "no-store", Connection: "close" });
    answer.end("Featurescope is making its reports. This page shows them as soon as they are there.\n");
  });
  try {
    holder.listen(port, host);
    await once(holder, "listening");
    return holder;
  } catch (error) {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken: stop what listens there, or choose another with PORT=8001 npm start.`
        : `Cannot listen on ${host}:${port}: ${error.message}`,
    );
    return process.exit(2);
  }
}

const holder = await holdPort();
const store = process.env.STORE ?? join(root, "reports");
await runAll(["node", "scripts/build.mjs"], ["node", "stories/dist/demo/make-reports.js", "--out", store]);
holder.closeAllConnections();
await new Promise((closed) => holder.close(closed));
const gateway = spawn(process.execPath, [join(root, "gateway/bin/featurescope-gateway.js")], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    STORE: store,
    HOST: host,
    PORT: String(port),
    DEFAULT_PIPELINE: process.env.DEFAULT_PIPELINE ?? "credit",
  },
});
// Ctrl-C reaches the gateway by itself, as it is in the same process group; it drains, and this process follows it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => gateway.kill("SIGTERM"));
console.log(`
  Featurescope is at http://localhost:${port}/
  Two pipelines: "credit", where a shift was planted from the fifth month on, and "flights", three million real rows by weeks.
  Look at the top of the board: the features that moved most beyond noise; choose one to see where. Ctrl-C stops.
`);
gateway.on("exit", (code) => process.exit(code ?? 0));
