import { connect } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { FastPath } from "../../src/http/fast-path.js";
import { eventually } from "../support/eventually.js";
import { sha256 } from "../support/make-documents.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const features = "/api/v1/pipelines/credit/features";
const paths = [
  "/api/v1/pipelines",
  features,
  `${features}/age/history`,
  `${features}/age/statistics.json`,
  `${features}/age/chart.png`,
  `${features}/income/chart.vl.json`,
  "/api/v1/features",
  "/api/v1/features/age/stats",
  "/api/v1/features/age/plot",
  "/api/v1/pipelines/credit/runs/a",
  "/api/v1/pipelines/credit/runs/a/features/age/distribution.json",
];

/** Large in each encoding; small bodies are written in another way. */
const large = Buffer.from(JSON.stringify(Array.from({ length: 300 }, (_, i) => sha256(String(i)))));

async function started() {
  const folder = temporaryFolder();
  const plan = { run: "a", features: [{ name: "age" }, { name: "income" }] };
  await publish(folder, plan, { "features/income/chart.vl.json": large });
  let at = Date.now();
  const settings = { corsOrigins: ["https://a.example"], now: () => at };
  const pass = (seconds: number) => (at += seconds * 1000);
  return { folder, pass, ...(await startGateway(folder, settings)) };
}

/** Sees which requests the fast path answered. */
function watched() {
  const answered = vi.spyOn(FastPath.prototype, "answer");
  onTestFinished(() => answered.mockRestore());
  return answered;
}

/** Everything that comes back on the wire for a request, but for the date. */
function wire(address: string, request: string): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.end(request));
    let text = "";
    socket.on("data", (data) => (text += data.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(text.replace(/^Date: .*$/m, "Date: now")));
  });
}

const requests: [string, string[], string?, string?][] = [
  ["plain", []],
  ["gzip", ["Accept-Encoding: gzip"]],
  ["br", ["Accept-Encoding: gzip, deflate, br"]],
  ["nothing accepted", ["Accept-Encoding: identity;q=0"]],
  ["an allowed origin", ["Origin: https://a.example", "Accept-Encoding: br"]],
  ["another origin", ["Origin: https://b.example"]],
  ["has it", ["If-None-Match: *", "Accept-Encoding: br"]],
  ["has another", ['If-None-Match: "x", W/"y"']],
  ["HEAD", ["Accept-Encoding: gzip"], "HEAD"],
  ["HEAD, has it", ["If-None-Match: *"], "HEAD"],
  ["to be closed", ["Connection: close"]],
  ["an old protocol", [], "GET", "1.0"],
  ["a range", ["Range: bytes=0-10"]],
  ["a body", ["Content-Length: 0"]],
  ["another host", ["X-Forwarded-Host: b.example"]],
  ["a header twice", ["Accept-Encoding: gzip", "Accept-Encoding: br"]],
  ["names in another case", ["ACCEPT-ENCODING: gzip", "if-none-match: *", "oRIGIN: https://a.example"]],
  [
    "a browser's",
    ["User-Agent: Mozilla/5.0", "Cookie: a=b", "Accept: */*", "Accept-Encoding: gzip, deflate, br"],
  ],
];

test.each(requests)(
  "both ways answer byte for byte alike: %s",
  async (_what, headers, method = "GET", protocol = "1.1") => {
    const { served, ask, pass } = await started();
    const answered = watched();
    for (const path of paths) {
      // The first fills the cache; an address with a query is not remembered, so it always goes the long way.
      await ask(path);
      pass(3);
      const request = (target: string) =>
        wire(
          served.address,
          `${[`${method} ${target} HTTP/${protocol}`, "Host: localhost", ...headers].join("\r\n")}\r\n\r\n`,
        );
      const long = await request(`${path}?`);
      expect(answered).toHaveLastReturnedWith(false);
      const fast = await request(path);

      expect(answered).toHaveLastReturnedWith(true);
      expect(fast).toBe(long);
      expect(fast).toMatch(/^HTTP\/1.1 (200|304) /);
      expect(/^Age: [1-9]/m.test(fast)).toBe(/^Cache-Status: /m.test(fast));
    }
  },
);

test("what needs more goes the long way: other methods, other hosts, queries, other spellings", async () => {
  const { ask } = await started();
  const answered = watched();
  const path = `${features}/age/statistics.json`;
  await ask(path);

  expect((await ask(path, { method: "DELETE" })).status).toBe(405);
  expect((await ask(path, { method: "OPTIONS" })).status).toBe(200);
  expect((await ask(path, { headers: { Host: "evil.example" } })).status).toBe(421);
  expect((await ask(`${path}?x=1`)).status).toBe(200);
  expect((await ask(path.replace("age", "%61ge"))).status).toBe(200);
  expect(answered.mock.results.slice(1).map(({ value }) => value as boolean)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});

test("an address that names a host is answered but not remembered: of those there is no end", async () => {
  const { ask } = await started();
  const answered = watched();
  const path = `${features}/age/statistics.json`;

  for (const target of [`http://any.example${path}`, `http://any.example${path}`, path, path]) {
    expect((await ask(target)).status).toBe(200);
  }

  expect(answered.mock.results.map(({ value }) => value as boolean)).toEqual([false, false, false, true]);
});

test("what was remembered is forgotten when a run comes or goes", async () => {
  const { ask, folder, refresh } = await started();
  const path = "/api/v1/features/age/stats";
  const run = async () => (await ask(path)).json()["run"];
  expect([await run(), await run()]).toEqual(["a", "a"]);

  await publish(folder, { run: "b", createdAt: "2026-11-09T00:00:00Z" });
  await refresh();
  expect([await run(), await run()]).toEqual(["b", "b"]);
});

test("a copy that the cache gave up is read again", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", features: Array.from({ length: 60 }, (_, i) => ({ name: `f${i}` })) });
  const { ask } = await startGateway(folder, { cacheBytes: 20_000 });

  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 60; i++) {
      const answer = await ask(`${features}/f${i}/distribution.json`);
      expect([answer.status, answer.json()["feature"]]).toEqual([200, `f${i}`]);
    }
  }
});

test("an answer tells its age by the second, and a copy that is to be read again goes the long way", async () => {
  const { ask, pass } = await started();
  const answered = watched();
  const path = `${features}/age/statistics.json`;
  const told = async () => {
    const { headers } = await ask(path);
    return [headers["cache-status"], headers.age, answered.mock.results.at(-1)?.value as boolean];
  };

  expect(await told()).toEqual(["featurescope; fwd=miss; stored", undefined, false]);
  expect(await told()).toEqual(["featurescope; hit", "0", true]);
  pass(1.5);
  expect(await told()).toEqual(["featurescope; hit", "1", true]);
  pass(3600);
  expect(await told()).toEqual(["featurescope; hit; ttl=-2", "3601", false]);
  // Read again in the background meanwhile.
  await eventually(async () => expect(await told()).toEqual(["featurescope; hit", "0", true]));
});
