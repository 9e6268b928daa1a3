import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { ask } from "../support/start-gateway.js";
import { listening, startProgram } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

const token = "a-token-of-sixteen-characters";
const newest = "/api/v1/pipelines/credit/features/age/statistics.json";

const CONNECTIONS = 20;
/** Hooks of one storm: at most so many a second, and for at most so long on a machine that is slower. */
const A_SECOND = 10_000;
const SECONDS = 3;
const AT_MOST_MS = 20_000;

interface Hook {
  request: Buffer;
  status: 202 | 401;
}

/** Notifications as stores and pipelines send them, and as those do who should not. */
const hook: fc.Arbitrary<Hook> = fc
  .record({
    given: fc.constantFrom("bearer", "bearer", "path", "wrong", "none"),
    body: fc.oneof(
      fc.constant(""),
      fc.constant('{"Records":[{"eventName":"s3:ObjectCreated:Put"}]}'),
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 1, max: 20_000 }).map((length) => "x".repeat(length)),
    ),
    isChunked: fc.boolean(),
  })
  .map(({ given, body, isChunked }): Hook => {
    const bytes = Buffer.from(body);
    const lines = [
      `POST /hooks/refresh${given === "path" ? `/${token}` : ""} HTTP/1.1`,
      "Host: localhost",
      ...(given === "bearer" ? [`Authorization: Bearer ${token}`] : []),
      ...(given === "wrong" ? ["Authorization: Bearer another-token-of-some-length"] : []),
      isChunked ? "Transfer-Encoding: chunked" : `Content-Length: ${bytes.length}`,
    ];
    const size = Buffer.from(`${bytes.length.toString(16)}\r\n`);
    const parts = isChunked
      ? [...(bytes.length > 0 ? [size, bytes, Buffer.from("\r\n")] : []), Buffer.from("0\r\n\r\n")]
      : [bytes];
    return {
      request: Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), ...parts]),
      status: given === "wrong" || given === "none" ? 401 : 202,
    };
  });

/** Sends hooks over a connection, each batch before the answers to it have come; counts the answers by status. */
async function openSender(address: string) {
  const { hostname, port } = new URL(address);
  const socket: Socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  const counts = { 202: 0, 401: 0, other: 0 };
  let text = "";
  socket.on("data", (data) => {
    text += data.toString("latin1");
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)];
    for (const [, status] of statuses) {
      if (status === "202" || status === "401") counts[status]++;
      else counts.other++;
    }
    const last = statuses.at(-1);
    text = last === undefined ? text.slice(-20) : text.slice(last.index + last[0].length).slice(-20);
  });
  return {
    counts,
    answered: () => counts[202] + counts[401] + counts.other,
    send: (hooks: readonly Hook[]) => socket.write(Buffer.concat(hooks.map(({ request }) => request))),
  };
}

async function figure(address: string, name: string): Promise<number> {
  const { text } = await ask(address, "/metrics");
  const line = text.split("\n").find((each) => each.startsWith(name));
  return Number(line?.slice(line.lastIndexOf(" ")));
}

const LISTS = 'featurescope_store_call_duration_seconds_count{operation="list",outcome="ok"}';
const MEMORY = "featurescope_resident_memory_bytes";

test("ten thousand hooks a second: at most two looks a second, everyone else is answered, and memory stays", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  const program = startProgram({ STORE: folder, PORT: "0", POLL_SECONDS: "3600", HOOK_TOKENS: token });
  const address = await listening(program);
  await eventually(async () => expect((await ask(address, newest)).status).toBe(200));
  const client = await listenEvents(address);
  const senders = await Promise.all(Array.from({ length: CONNECTIONS }, () => openSender(address)));
  const hooks = fc.sample(hook, { numRuns: 2000, seed: 20_261_128 });

  const storm = async () => {
    const started = performance.now();
    let sent = 0;
    const due = { 202: 0, 401: 0, other: 0 };
    const elapsed = () => performance.now() - started;
    while (sent < A_SECOND * SECONDS && elapsed() < AT_MOST_MS) {
      for (const sender of senders) {
        const batch = hooks.slice(sent % hooks.length).slice(0, 20);
        sender.send(batch);
        for (const { status } of batch) due[status]++;
        sent += batch.length;
      }
      while (senders.reduce((sum, { answered }) => sum + answered(), 0) < sent - 2000) await wait(1);
      await wait(Math.max(0, (sent / A_SECOND) * 1000 - elapsed()));
    }
    await eventually(() => expect(senders.reduce((sum, { answered }) => sum + answered(), 0)).toBe(sent));
    return { sent, due };
  };
  const started = performance.now();
  const before = { lists: await figure(address, LISTS), memory: await figure(address, MEMORY) };
  const over = new AbortController();
  const readers = Array.from({ length: 4 }, async () => {
    const seen: unknown[] = [];
    while (!over.signal.aborted) {
      const { status, json } = await ask(address, newest);
      seen.push([status, json()["mean"]]);
      await wait(10);
    }
    return seen.map((each) => JSON.stringify(each));
  });
  const publishing = wait(1000).then(() =>
    publish(folder, { run: "b", ...day(2), features: [{ name: "age", mean: 2 }] }),
  );
  const { sent, due } = await storm();
  await publishing;
  await eventually(() => expect(client.events.map(({ data }) => data["run"])).toEqual(["b"]));
  over.abort();
  const seen = new Set((await Promise.all(readers)).flat());
  const counts = senders.reduce(
    (sum, { counts: own }) => ({
      202: sum[202] + own[202],
      401: sum[401] + own[401],
      other: sum.other + own.other,
    }),
    { 202: 0, 401: 0, other: 0 },
  );
  const after = { lists: await figure(address, LISTS), memory: await figure(address, MEMORY) };
  const seconds = (performance.now() - started) / 1000;
  expect(sent).toBeGreaterThan(300);
  expect(counts).toEqual(due);
  expect(seen).toEqual(new Set(["[200,1]", "[200,2]"]));
  expect(after.lists - before.lists).toBeGreaterThan(0);
  expect(after.lists - before.lists).toBeLessThanOrEqual(Math.ceil(2 * seconds));
  expect(after.memory - before.memory).toBeLessThan(150 * 1024 * 1024);
  expect(program.error()).toBe("");
}, 120_000);
