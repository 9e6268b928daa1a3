import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { eventually } from "../support/eventually.js";
import { png } from "../support/make-documents.js";
import { type GatewaySettings, startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const newest = "/api/v1/pipelines/credit/features/age/";

async function started(limits: GatewaySettings["limits"] = {}, settings: GatewaySettings = {}) {
  const folder = temporaryFolder();
  const picture = Buffer.concat([png(1), Buffer.alloc(9_000_000)]);
  await publish(folder, { run: "a" }, { "features/age/chart.png": picture });
  const { ask, served } = await startGateway(folder, { limits, ...settings });
  const { port } = new URL(served.address);
  async function connected(): Promise<Socket> {
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    onTestFinished(() => void socket.destroy());
    await once(socket, "connect");
    return socket;
  }
  return { ask, picture, connected, connect: () => Promise.all(Array.from({ length: 100 }, connected)) };
}

test("requests that never end are cut off, and hold up nobody meanwhile", async () => {
  const { ask, connect } = await started({ headersMs: 2000, checkMs: 100 });
  const sockets = await connect();
  let closed = 0;
  for (const socket of sockets) {
    socket.on("close", () => closed++);
    socket.resume();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
    const drip = setInterval(() => socket.write("X-More: x\r\n"), 100);
    socket.on("close", () => clearInterval(drip));
  }

  for (let i = 0; i < 20; i++) expect((await ask(`${newest}statistics.json`)).status).toBe(200);
  await eventually(() => expect(closed).toBe(100));
  expect((await ask(`${newest}statistics.json`)).status).toBe(200);
});

test("clients that read nothing of a large answer share the copy that is kept, and hold up nobody", async () => {
  const { ask, connect } = await started({}, { cacheBytes: 64 * 1024 * 1024 });
  const printed = vi.spyOn(console, "error");
  await ask(`${newest}chart.png`);
  const before = process.memoryUsage();
  const sockets = await connect();
  for (const socket of sockets) {
    socket.pause();
    socket.write(`GET ${newest}chart.png HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  }
  for (let i = 0; i < 20; i++) expect((await ask(`${newest}statistics.json`)).status).toBe(200);

  for (const socket of sockets) socket.resetAndDestroy();
  expect((await ask(`${newest}statistics.json`)).status).toBe(200);
  expect(printed).not.toHaveBeenCalled();
  const { arrayBuffers } = process.memoryUsage();
  // What the sockets read ahead; a copy for each would be 900 MB.
  expect(arrayBuffers - before.arrayBuffers).toBeLessThan(50_000_000);
});

test("a client that takes nothing of its answer is cut off, one that takes a little now and then gets all of it", async () => {
  const { ask, connected, picture } = await started({ stalledMs: 1000, checkMs: 100 });
  const [stalled, slow] = [await connected(), await connected()];
  stalled.pause();
  let isCut = false;
  stalled.on("close", () => (isCut = true));
  let received = 0;
  slow.on("data", (chunk: Buffer) => {
    received += chunk.length;
    slow.pause();
    setTimeout(() => slow.resume(), 20);
  });
  for (const socket of [stalled, slow]) {
    socket.write(`GET ${newest}chart.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  }
  // What reached the kernel comes in any case; then the end.
  await eventually(() => expect(stalled.bytesRead).toBeGreaterThan(0));

  await once(slow, "close");
  stalled.resume();
  await eventually(() => expect(isCut).toBe(true));

  expect(received).toBeGreaterThan(picture.length);
  expect(stalled.bytesRead).toBeLessThan(picture.length);
  expect((await ask(`${newest}statistics.json`)).status).toBe(200);
});

test("an idle connection is closed, one that is asked again, or told of events, is not", async () => {
  const { ask, connected } = await started({ idleMs: 1500, checkMs: 100 });
  const [idle, asking, told] = [await connected(), await connected(), await connected()];
  const open = new Set<unknown>([idle, asking, told]);
  for (const socket of [idle, asking, told]) {
    socket.on("close", () => open.delete(socket));
    socket.resume();
  }
  told.write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const request = `GET ${newest}statistics.json HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  idle.write(request);
  const again = setInterval(() => asking.write(request), 100);
  onTestFinished(() => clearInterval(again));

  await eventually(() => expect(open.has(idle)).toBe(false));
  // Once one that came later is closed as well, the others were there for longer than an idle one may be.
  const later = await connected();
  later.resume();
  later.write(request);
  await once(later, "close");

  expect([open.has(asking), open.has(told)]).toEqual([true, true]);
  expect((await ask(`${newest}statistics.json`)).status).toBe(200);
});

test("after so many requests on a connection its client is told to close it", async () => {
  const { connected } = await started({ requestsPerConnection: 3 });
  const socket = await connected();
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  const answers = (): string[] => text.split("HTTP/1.1 200 OK").slice(1);

  for (let asked = 1; asked <= 3; asked++) {
    socket.write("HEAD /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await eventually(() => expect(answers()).toHaveLength(asked));
  }

  expect(answers().map((answer) => /^Connection: (.*)\r$/m.exec(answer)?.[1])).toEqual([
    "keep-alive",
    "keep-alive",
    "close",
  ]);
});
