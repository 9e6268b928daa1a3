import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { benchFolder } from "./bench-folder.js";
import { median } from "./median.js";
import { startGateway } from "./start-gateway.js";
import { publish } from "./store.js";

const CLIENTS = 5000;
const EVENTS = 5;
const CLIENTS_PROGRAM = fileURLToPath(new URL("stream-clients.mjs", import.meta.url));

interface Told {
  received: number;
  p99: number;
}

async function told(clients: ChildProcess): Promise<Told> {
  clients.send("tell");
  const [message] = (await once(clients, "message")) as [Told];
  return message;
}

/** Waits until every client had the event, or long enough. */
async function allTold(clients: ChildProcess): Promise<Told> {
  for (let i = 0; i < 100; i++) {
    const state = await told(clients);
    if (state.received >= CLIENTS) return state;
    await wait(100);
  }
  throw new Error("an event did not reach every client within ten seconds");
}

/** Measures event streams: thousands of clients, one of which never reads. */
export async function streams(): Promise<void> {
  const folder = benchFolder();
  const run = (n: number) =>
    publish(folder, { run: `r${n}`, createdAt: new Date(Date.now() + n).toISOString() }, Date.now() + n);
  run(0);
  const { program: gateway, address } = await startGateway(folder, {
    MAX_STREAMS: "6000",
    MAX_STREAMS_PER_CLIENT: "6000",
  });
  await wait(1000);
  const before = gateway.residentBytes();
  const clients = fork(CLIENTS_PROGRAM, [address, String(CLIENTS)]);
  await once(clients, "message");
  const perClient = (gateway.residentBytes() - before) / CLIENTS;

  const spreads: number[] = [];
  for (let n = 1; n <= EVENTS; n++) {
    clients.send("clear");
    run(n);
    await fetch(`${address}hooks/refresh`, { method: "POST" });
    spreads.push((await allTold(clients)).p99);
    await wait(1200);
  }
  clients.kill("SIGKILL");
  gateway.stop();
  console.log(
    "\n| streams | memory per client | an event is with 99 % of them after the first, median of 5 | worst |",
  );
  console.log("|---|---|---|---|");
  console.log(
    `| ${CLIENTS} and a stalled one | ${(perClient / 1024).toFixed(1)} kB | ${median(spreads).toFixed(0)} ms | ${Math.max(...spreads).toFixed(0)} ms |`,
  );
}
