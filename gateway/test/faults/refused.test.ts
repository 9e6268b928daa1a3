import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { GATEWAY } from "../support/built-program.js";
import { eventually } from "../support/eventually.js";
import { type Fault, startFakeS3 } from "../support/fake-s3.js";
import { publishedObjects } from "../support/report-files.js";
import { ask as askAt, startGateway } from "../support/start-gateway.js";
import { listening, startCommand } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day, twoRuns } from "../support/two-runs.js";

const age = "/api/v1/pipelines/credit/features/age/";

/** Refuses the objects whose keys match. */
function refusing(keys: RegExp, status: number, code: string): Fault {
  return ({ url = "" }, response) => {
    if (url.includes("list-type") || !keys.test(decodeURIComponent(url))) return false;
    // MinIO says this of a damaged object, too.
    if (status === 503) response.setHeader("Retry-After", "60");
    response.writeHead(status).end(`<Error><Code>${code}</Code><Message>no</Message></Error>`);
    return true;
  };
}

/** A gateway over a bucket with runs `r1` to `r20`, whose mean is their number, started while the store refuses some objects. */
async function started(fault: Fault | null, hasOwnClock = true) {
  const objects = Array.from({ length: 20 }, (_, i) => i + 1).flatMap((n) => [
    ...publishedObjects(
      { run: `r${n}`, ...day(n), features: [{ name: "age", mean: n }] },
      Date.UTC(2026, 10, n),
    ),
  ]);
  const fake = await startFakeS3(new Map(objects));
  fake.fault = fault;
  const location = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };
  const store = s3Store({ ...location, endpoint: fake.endpoint });
  const state = { now: 0 };
  const clock = hasOwnClock ? { now: () => state.now } : {};
  const started = await startGateway(temporaryFolder(), { store, ...clock });
  const mean = async (): Promise<unknown> => (await started.ask(`${age}statistics.json`)).json()["mean"];
  return { fake, state, mean, ...started };
}

test.each([
  ["may not be read", 403, "AccessDenied", 13],
  ["lie in an archive", 403, "InvalidObjectState", 13],
  ["the store fails to give", 500, "InternalError", 2],
  ["are damaged on MinIO", 503, "SlowDownRead", 2],
])(
  "at the start, runs that %s hold up no other: the newest that can be read is served, and they once they can be",
  async (_what, status, code, refused) => {
    const last = 20 - refused;
    const runs = Array.from({ length: refused }, (_, i) => last + 1 + i).join("|");
    const { fake, state, ask, events, mean, refresh } = await started(
      refusing(new RegExp(`/r(${runs})/manifest.json`), status, code),
    );

    expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "reachable" });
    expect(await mean()).toBe(last);
    const told = events.filter(({ message }) => /passed over|are gone/.test(message));
    expect(told).toHaveLength(code === "InvalidObjectState" ? 1 : refused);
    fake.fault = null;
    state.now += 60_000;
    await refresh();
    expect(await mean()).toBe(20);
  },
);

test("at the start, however many of the newest runs the store fails to give, older ones are soon served, and they once they can be", async () => {
  const { fake, ask, mean, refresh } = await started(
    refusing(/r([5-9]|1\d|20)[./]/, 500, "InternalError"),
    false,
  );
  expect((await ask("/readyz")).status).toBe(503);

  // By itself, although the next look of a gateway that has something to answer from is an hour away.
  const isReady = async () =>
    expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "reachable" });
  await eventually(isReady);
  expect(await mean()).toBe(4);
  for (let i = 0; i < 3; i++) await refresh();
  await isReady();
  fake.fault = null;
  await eventually(async () => {
    await refresh();
    expect(await mean()).toBe(20);
  });
});

test("a store that lists its runs and lets nobody read any of them does not answer: nothing is said to be unknown", async () => {
  const { fake, ask, events, mean, refresh } = await started(refusing(/./, 403, "AccessDenied"));

  for (let i = 0; i < 3; i++) {
    expect((await ask("/readyz")).status).toBe(503);
    expect((await ask(`${age}statistics.json`)).status).toBe(503);
    await refresh();
  }
  expect(events.map(({ message }) => message)).toEqual(["the store does not answer"]);
  fake.fault = null;
  await refresh();
  expect(await mean()).toBe(20);
});

test.each([
  [403, "AccessDenied"],
  [500, "InternalError"],
  [503, "SlowDownRead"],
])(
  "a file of the newest run for which the store answers %i: the run before is served, all its files of that feature, and it once it can be",
  async (status, code) => {
    const { fake, state, ask, mean, refresh } = await started(
      refusing(/r20\/features\/age\/statistics/, status, code),
    );

    expect(await mean()).toBe(19);
    expect((await ask(`${age}distribution.json`)).headers["content-location"]).toMatch("/runs/r19/");
    fake.fault = refusing(/./, status, code);
    expect(await mean()).toBe(19);
    // Nobody has asked for this one yet.
    expect((await ask(`${age}chart.vl.json`)).status).toBe(503);
    fake.fault = null;
    state.now += 30_000;
    await refresh();
    await eventually(async () => expect(await mean()).toBe(20));
  },
);

/** Root may read everything, unless it gives that up. */
const UNPRIVILEGED =
  process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];

test.each(["commit-log", "scan"])(
  "in a folder, what the gateway's user may not read holds up nothing else, found by %s",
  async (catalog) => {
    const { folder } = await twoRuns();
    await mkdir(join(folder, "lost+found"));
    const locked = [join(folder, "lost+found"), join(folder, "runs/credit/b")];
    for (const path of locked) await chmod(path, 0o000);
    onTestFinished(async () => {
      for (const path of locked) await chmod(path, 0o700);
    });
    const environment = { STORE: folder, CATALOG: catalog, PORT: "0", POLL_SECONDS: "0.2" };
    const program = startCommand([...UNPRIVILEGED, process.execPath, GATEWAY], environment);
    const address = await listening(program);

    await eventually(async () => expect((await askAt(address, "/readyz")).status).toBe(200));
    const mean = async () => (await askAt(address, `${age}statistics.json`)).json()["mean"];
    expect(await mean()).toBe(1);
    expect(program.out()).toMatch(/passed over.*may read it|may read it.*passed over/);
    for (const path of locked) await chmod(path, 0o700);
    await eventually(async () => expect(await mean()).toBe(2));
  },
);
