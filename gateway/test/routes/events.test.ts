import { connect } from "node:net";
import { keyOf } from "@featurescope/analyzer/artifact";
import { expect, onTestFinished, test, vi } from "vitest";
import { sha256 } from "../../src/sha256.js";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { startGateway } from "../support/start-gateway.js";
import { AUDIENCE, startIssuer } from "../support/start-issuer.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

async function started(settings = {}) {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(5) });
  const gateway = await startGateway(folder, settings);
  const listen = (options = {}) => listenEvents(gateway.served.address, options);
  const add = async (run: string, n: number, more = {}) => {
    await publish(folder, { run, ...day(n), ...more });
    await gateway.refresh();
  };
  return { ...gateway, listen, add };
}

test("a published run is told to all who listen, and whether it is the newest", async () => {
  const { listen, add } = await started();
  const one = await listen();
  const two = await listen();

  await add("b", 6);
  await add("old", 1, { pipeline: "credit" });
  await eventually(() => expect(two.events).toHaveLength(2));
  await eventually(() => expect(one.events).toEqual(two.events));

  expect(one.answer.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  });
  expect(one.events.map(({ name, data }) => [name, data])).toEqual([
    [
      "report",
      { pipeline: "credit", key: "credit", run: "b", isNewest: true, href: "pipelines/credit/runs/b/" },
    ],
    [
      "report",
      { pipeline: "credit", key: "credit", run: "old", isNewest: false, href: "pipelines/credit/runs/old/" },
    ],
  ]);
});

test("a client that takes compressed answers gets its events at once all the same", async () => {
  const { listen, add } = await started();
  const client = await listen({ headers: { "Accept-Encoding": "gzip, br" } });

  await add("b", 6);
  await eventually(() => expect(client.events).toHaveLength(1));

  expect(client.answer.headers["content-encoding"]).toBeUndefined();
});

test("who names a pipeline or a feature hears of that only", async () => {
  const { listen, add } = await started();
  const credit = await listen({ query: "?pipeline=credit" });
  const income = await listen({ query: "?feature=income" });
  const both = await listen({ query: `?pipeline=${encodeURIComponent("信用")}&feature=age` });

  await add("b", 6, { features: [{ name: "income" }] });
  await add("c", 7, { pipeline: "信用" });
  await eventually(() => expect(both.events).toHaveLength(1));
  await eventually(() => expect(credit.events).toHaveLength(1));

  expect(credit.events[0]?.data["run"]).toBe("b");
  expect(income.events.map(({ data }) => data["run"])).toEqual(["b"]);
  expect(both.events[0]?.data["run"]).toBe("c");
});

test("who comes back gets what it missed, in order and once", async () => {
  const { listen, add } = await started();
  const first = await listen();
  await eventually(() => expect(first.ids).toHaveLength(1));
  const atStart = first.ids[0]!;
  await add("b", 6);
  await eventually(() => expect(first.events).toHaveLength(1));
  first.close();
  for (const [run, n] of [
    ["c", 7],
    ["d", 8],
    ["e", 9],
  ] as const)
    await add(run, n);

  const again = await listen({ headers: { "Last-Event-ID": first.events[0]!.id } });
  const fromStart = await listen({ headers: { "Last-Event-ID": atStart } });
  const anew = await listen();
  await eventually(() => expect(fromStart.events).toHaveLength(4));

  expect(again.events.map(({ data }) => data["run"])).toEqual(["c", "d", "e"]);
  expect(fromStart.events.map(({ data }) => data["run"])).toEqual(["b", "c", "d", "e"]);
  expect(anew.events).toEqual([]);
});

test.each(["0123456789ab-1", "x", "", "-", "0123456789ab-", "%", "0123456789ab-999999999999999999999"])(
  "who comes back with an id that says nothing here loads everything again: %j",
  async (id) => {
    const { listen, add } = await started();
    await add("b", 6);

    const client = await listen({ headers: { "Last-Event-ID": id } });
    await eventually(() => expect(client.ids.length).toBeGreaterThan(0));
    await add("c", 7);
    await eventually(() => expect(client.events.at(-1)?.data["run"]).toBe("c"));

    expect(client.events.map(({ name }) => name)).toEqual(id === "" ? ["report"] : ["reset", "report"]);
  },
);

test("nothing is told of the reports that were there at the start", async () => {
  const { listen } = await started();
  const client = await listen();
  await eventually(() => expect(client.ids).toHaveLength(1));

  expect(client.ids[0]).toMatch(/^[0-9a-f]{12}-0$/);
  expect(client.events).toEqual([]);
});

test("streams are limited in all and for each client, and room comes back", async () => {
  const { listen, ask, gateway } = await started({ maxStreams: 2 });
  const first = await listen();
  await listen();

  const refused = await ask("/api/v1/events");
  expect([refused.status, refused.json()["type"], refused.headers["retry-after"]]).toEqual([
    503,
    "/problems/too-many-streams",
    "2",
  ]);
  first.close();
  await eventually(async () => expect((await listen()).answer.statusCode).toBe(200));
  expect(gateway.draining.isDraining).toBe(false);

  const perClient = await started({ maxStreamsPerClient: 1 });
  await perClient.listen();
  expect((await perClient.ask("/api/v1/events")).status).toBe(503);
});

test("a client that does not read is cut off, and the others do not notice", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(5) });
  const { gateway, served, refresh } = await startGateway(folder);
  const { port } = new URL(served.address);
  const stalled = connect(Number(port), "127.0.0.1", () => {
    stalled.write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stalled.pause();
  });
  onTestFinished(() => void stalled.destroy());
  const reader = await listenEvents(served.address);
  await eventually(() => expect(gateway.events.size).toBe(2));
  await publish(folder, { run: "b", ...day(6) });
  await refresh();
  const report = gateway.index.pipeline("credit")!.runs[0]!;

  const data = { text: "x".repeat(50_000) };
  let sent = 0;
  while (gateway.events.size === 2 && sent < 2000) {
    gateway.events.publish(report, data);
    sent++;
    await new Promise(setImmediate);
  }
  await eventually(() => expect(reader.events).toHaveLength(sent + 1));

  expect(gateway.events.size).toBe(1);
});

test("an open stream does not keep the gateway from stopping; it is ended in an orderly way", async () => {
  const { listen, served } = await started();
  const client = await listen();

  await served.stop();
  await client.ended;

  expect(client.answer.complete).toBe(true);
});

test("HEAD says what the stream is and opens none", async () => {
  const { ask, gateway } = await started();

  const answer = await ask("/api/v1/events", { method: "HEAD" });

  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/event-stream; charset=utf-8"]);
  expect(gateway.events.size).toBe(0);
});

test("a comment is sent where nothing else is, so that nobody takes the stream for dead", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const { listen } = await started();
  const client = await listen();

  vi.advanceTimersByTime(15_000);
  await eventually(() => expect(client.comments()).toBe(1));

  expect(client.events).toEqual([]);
});

const listed = (token: string, pipelines: string[]) => ({
  name: token,
  sha256: sha256(token),
  pipelines: new Set(pipelines),
});

test.each(["by key", "by name"])(
  "who names a pipeline %s that the token does not reach is told so, whether or not there is one",
  async (how) => {
    const name = "信用";
    const key = keyOf(name, sha256);
    const accessTokens = [listed("of-credit", ["credit"]), listed("of-both", ["credit", key])];
    const { listen, add, ask } = await started({ accessTokens });
    const query = `?pipeline=${encodeURIComponent(how === "by key" ? key : name)}`;
    const of = (token: string) => ({ query, headers: { Authorization: `Bearer ${token}` } });

    const refused = async (path: string) => {
      const { status, json } = await ask(path, of("of-credit"));
      return [status, json()["type"]];
    };
    const forbidden = [403, "/problems/forbidden"];
    const stream = `/api/v1/events${query}`;
    expect(await refused(stream)).toEqual(forbidden);
    const early = await listen(of("of-both"));
    expect(early.answer.statusCode).toBe(200);
    await add("b", 6, { pipeline: name });
    await eventually(() => expect(early.events.map(({ data }) => data["run"])).toEqual(["b"]));

    expect(await refused(stream)).toEqual(forbidden);
    expect(await refused(`${stream}&feature=age`)).toEqual(forbidden);
    expect(await refused(`/api/v1/pipelines/${query.slice("?pipeline=".length)}/features`)).toEqual(
      forbidden,
    );
  },
);

test("a stream ends with the token that it was opened with: nothing is told after that", async () => {
  const { issuer, sign } = await startIssuer();
  let at = Date.now();
  const { listen, add, ask } = await started({ issuer: { issuer, audience: AUDIENCE }, now: () => at });
  const open = async (expiresIn: number) => {
    const headers = { Authorization: `Bearer ${await sign({ expiresIn })}` };
    return { headers, ...(await listen({ headers })) };
  };
  const [short, long] = [await open(60), await open(600)];

  await add("b", 6);
  await eventually(() => expect(short.events).toHaveLength(1));
  at += 91_000;
  await add("c", 7);
  await short.ended;
  await eventually(() => expect(long.events).toHaveLength(2));

  expect(short.events).toHaveLength(1);
  expect(short.answer.complete).toBe(true);
  expect((await ask("/api/v1/events", { headers: short.headers })).status).toBe(401);
});

test("a stream whose token is over ends also where there is nothing to tell", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const { issuer, sign } = await startIssuer();
  let at = Date.now();
  const { listen, gateway } = await started({ issuer: { issuer, audience: AUDIENCE }, now: () => at });
  const client = await listen({ headers: { Authorization: `Bearer ${await sign({ expiresIn: 60 })}` } });

  vi.advanceTimersByTime(15_000);
  await eventually(() => expect(client.comments()).toBe(1));
  at += 91_000;
  vi.advanceTimersByTime(15_000);
  await client.ended;

  expect([client.answer.complete, client.comments(), gateway.events.size]).toEqual([true, 1, 0]);
});

test("who missed as many events as are kept gets all of them, who missed more loads everything again", async () => {
  const { gateway, listen } = await started();
  const report = gateway.index.pipeline("credit")!.runs[0]!;
  const first = await listen();
  await eventually(() => expect(first.ids).toHaveLength(1));
  const [epoch] = first.ids[0]!.split("-");
  first.close();
  await eventually(() => expect(gateway.events.size).toBe(0));
  for (let n = 1; n <= 1025; n++) gateway.events.publish(report, { n });

  const enough = await listen({ headers: { "Last-Event-ID": `${epoch}-1` } });
  const tooMany = await listen({ headers: { "Last-Event-ID": `${epoch}-0` } });
  await eventually(() => expect(enough.events).toHaveLength(1024));
  await eventually(() => expect(tooMany.events).toHaveLength(1));

  expect(enough.events.map(({ data }) => data["n"])).toEqual(Array.from({ length: 1024 }, (_, i) => i + 2));
  expect(tooMany.events[0]).toEqual({ id: `${epoch}-1025`, name: "reset", data: {} });
});
