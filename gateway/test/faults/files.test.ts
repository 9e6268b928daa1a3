import { mkdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeFeatureList } from "@featurescope/analyzer/artifact";
import { expect, onTestFinished, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { s3Store } from "../../src/store/s3-store.js";
import { S3_OPTIONS } from "../store/start-s3-store.js";
import { countingStore } from "../support/counting-store.js";
import { eventually } from "../support/eventually.js";
import { startFakeS3 } from "../support/fake-s3.js";
import { listenEvents } from "../support/listen-events.js";
import { png } from "../support/make-documents.js";
import { publishedObjects, reportFiles } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day, twoRuns } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

const newest = "/api/v1/pipelines/credit/features/age/";
const statistics = `${newest}statistics.json`;

test.each([
  ["deleted", (path: string) => rm(path)],
  ["truncated", (path: string) => truncate(path, 100)],
  ["emptied", (path: string) => truncate(path, 0)],
  ["other bytes of the same length", (path: string) => writeFile(path, "x".repeat(10_000))],
  [
    "replaced by a folder",
    async (path: string) => {
      await rm(path);
      await mkdir(path);
    },
  ],
])(
  "a file of the newest run that was %s: the run before is served, for all files of the feature",
  async (_what, spoil) => {
    const { folder, ofB } = await twoRuns();
    const { ask, events } = await startGateway(folder);
    await spoil(ofB("distribution.json"));

    const distribution = await ask(`${newest}distribution.json`);
    const after = await ask(statistics);
    const list = decodeFeatureList((await ask("/api/v1/pipelines/credit/features")).json());

    expect([distribution.status, distribution.headers["content-location"]]).toEqual([
      200,
      "../../runs/a/features/age/distribution.json",
    ]);
    expect([after.json().run, after.json().mean]).toEqual(["a", 1]);
    expect(list.features.map(({ name, run }) => [name, run])).toEqual([
      ["age", "a"],
      ["income", "b"],
    ]);
    expect(events.filter(({ level }) => level === "warn")).toHaveLength(1);
  },
);

test("what alters all that the store gives says nothing of its runs: the copy at hand is served, and the newest as soon as it ends", async () => {
  const [first, ...others] = Array.from({ length: 10 }, (_, n) =>
    publishedObjects(
      { run: `r${n}`, ...day(n + 1), features: [{ name: "age", mean: n }] },
      Date.UTC(2026, 10, n + 1),
    ),
  );
  const fake = await startFakeS3(first);
  const store = s3Store({ ...S3_OPTIONS, endpoint: fake.endpoint });
  let now = 0;
  const { ask, events, refresh } = await startGateway(temporaryFolder(), { store, now: () => now });
  const mean = async () => (await ask(statistics)).json()["mean"];
  expect(await mean()).toBe(0);

  for (const objects of others) for (const [path, body] of objects) fake.objects.set(path, body);
  // As a proxy does that wants people to sign in.
  fake.fault = ({ url }, response) =>
    url?.includes("/features/") === true && response.end("<html>") !== undefined;
  await refresh();
  expect([await mean(), (await ask(`${newest}chart.png`)).status]).toEqual([0, 502]);
  fake.fault = null;
  now += 3000;

  expect(await mean()).toBe(9);
  expect(events.filter(({ message }) => message.includes("passed over"))).toEqual([]);
});

test("a file that was altered for a moment only is tried again after three seconds", async () => {
  const { folder, ofB } = await twoRuns();
  let now = 0;
  const { ask, refresh } = await startGateway(folder, { now: () => now });
  const served = async () => (await ask(statistics)).json()["run"];
  const good = await readFile(ofB("statistics.json"));
  await truncate(ofB("statistics.json"), 100);
  expect(await served()).toBe("a");
  await writeFile(ofB("statistics.json"), good);

  now = 3000;
  await refresh();
  await eventually(async () => expect(await served()).toBe("b"));
});

test("a broken file at its own address says so; the other files of the run are served", async () => {
  const { folder, ofB } = await twoRuns();
  const { ask } = await startGateway(folder);
  await truncate(ofB("distribution.json"), 10);
  const ofRun = "/api/v1/pipelines/credit/runs/b/features/age/";

  const broken = await ask(`${ofRun}distribution.json`);

  expect([broken.status, broken.json().type]).toEqual([502, "/problems/document-invalid"]);
  expect(broken.text).not.toContain(folder);
  expect((await ask(`${ofRun}statistics.json`)).status).toBe(200);
});

test("where no other run has the feature, its good files are served all the same", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  await rm(join(folder, "runs/credit/a/features/age/chart.png"));

  expect((await ask(`${newest}chart.png`)).status).toBe(404);
  expect((await ask(statistics)).status).toBe(200);
});

test.each([
  ["NaN", '{"schemaVersion": 1, "mean": NaN}'],
  ["a byte order mark", "\uFEFF{}"],
  ["markup", "<script>alert(1)</script>"],
  ["a newer version", '{"schemaVersion": 2}'],
  ["nested without end", "[".repeat(100_000)],
])("a file with the right hash that holds %s is not served", async (_what, content) => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  const plan = { run: "b", ...day(2), features: [{ name: "age", mean: 2 }] };
  await publish(folder, plan, { "features/age/statistics.json": Buffer.from(content) });
  const { ask } = await startGateway(folder);

  expect((await ask(statistics)).json().mean).toBe(1);
  expect((await ask("/api/v1/pipelines/credit/runs/b/features/age/statistics.json")).status).toBe(502);
});

/** A picture that says that it is larger than it is. */
function pngOf(width: number, height: number): Buffer {
  const body = Buffer.from(png(1));
  body.writeUInt32BE(width, 16);
  body.writeUInt32BE(height, 20);
  return body;
}

test.each([
  ["markup", Buffer.from("<html>")],
  [
    "a vector picture",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ["a picture that would take gigabytes once unpacked", pngOf(60_000, 60_000)],
  ["larger than any picture", Buffer.concat([pngOf(10, 10), Buffer.alloc(10 * 1024 * 1024)])],
])("as a picture, %s is not served", async (_what, body) => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" }, { "features/age/chart.png": body });
  const { ask } = await startGateway(folder);

  expect((await ask(`${newest}chart.png`)).status).toBe(502);
  expect((await ask(statistics)).status).toBe(200);
});

test("a document that is larger than any is refused unread, whatever the manifest says", async () => {
  const folder = temporaryFolder();
  const body = Buffer.from(`{"schemaVersion":1,"x":"${"x".repeat(50_000_000)}"}`);
  await publish(folder, { run: "a" }, { "features/age/statistics.json": body });
  const store = countingStore(directoryStore(folder));
  const { ask } = await startGateway(folder, { store });
  const before = store.gets;

  const answer = await ask(statistics);

  expect([answer.status, answer.json().type]).toEqual([502, "/problems/document-invalid"]);
  expect(store.gets).toBe(before);
});

test.each([
  ["not JSON", () => Buffer.from("{")],
  ["of another run", (body: Buffer) => Buffer.from(String(body).replaceAll('"run":"b"', '"run":"c"'))],
  [
    "of a newer version",
    (body: Buffer) => Buffer.from(String(body).replace('"schemaVersion":1', '"schemaVersion":2')),
  ],
  [
    "with a feature twice",
    (body: Buffer) => {
      const manifest = JSON.parse(String(body));
      return Buffer.from(
        JSON.stringify({ ...manifest, features: [...manifest.features, ...manifest.features] }),
      );
    },
  ],
  [
    "with a path that leads out",
    (body: Buffer) => Buffer.from(String(body).replace("features/age/chart.png", "../../../../secret.png")),
  ],
  [
    "with an address",
    (body: Buffer) =>
      Buffer.from(String(body).replace("features/age/chart.png", "http://169.254.169.254/chart.png")),
  ],
])("a run with a manifest that is %s is passed over", async (_what, spoil) => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1) });
  const plan = { run: "b", ...day(2) };
  await publish(folder, plan, { "manifest.json": spoil(reportFiles(plan).get("manifest.json")!) });
  const { ask, events } = await startGateway(folder);

  const answer = await ask(statistics);

  expect(answer.json().run).toBe("a");
  expect((await ask("/api/v1/pipelines/credit/runs/b/features/age/chart.png")).status).toBe(404);
  expect(events.filter(({ fields }) => String(fields["id"]).includes("!b."))).toHaveLength(1);
});

test("a log entry whose manifest was changed afterwards is passed over", async () => {
  const { folder } = await twoRuns();
  const path = join(folder, "runs/credit/b/manifest.json");
  await writeFile(path, `${String(reportFiles({ run: "b", ...day(2) }).get("manifest.json"))} `);
  const { ask } = await startGateway(folder);

  expect((await ask(statistics)).json().run).toBe("a");
});

test("runs whose files a rule of the store has removed are no fault, and told of in one line; restored, they are back", async () => {
  let now = 0;
  const { folder } = await twoRuns();
  const run = join(folder, "runs/credit/b");
  await rename(run, `${folder}-expired`);
  const { ask, events, gateway, refresh } = await startGateway(folder, { now: () => now });

  for (now of [2000, 10_000, 100_000]) await refresh();
  expect((await ask(statistics)).json().run).toBe("a");
  expect(gateway.refresher.passedOver).toBe(0);
  expect(events.filter(({ level }) => level !== "info")).toEqual([]);
  expect(events.filter(({ message }) => message.includes("gone"))).toHaveLength(1);

  await rename(`${folder}-expired`, run);
  now = 200_000;
  await refresh();
  expect((await ask(statistics)).json().run).toBe("b");
});

test("a store whose whole folder is away for a moment does not answer: no run is passed over for it", async () => {
  const { folder } = await twoRuns();
  const { ask, events } = await startGateway(folder);
  await rename(folder, `${folder}-away`);

  const away = await ask(statistics);
  await rename(`${folder}-away`, folder);
  const back = await ask(`${newest}distribution.json`);

  expect([away.status, away.json()["type"]]).toEqual([503, "/problems/store-unreachable"]);
  expect(back.headers["content-location"]).toContain("/runs/b/");
  expect(events.map(({ message }) => message)).not.toContain(
    "a run is passed over for a feature: a file of it cannot be used",
  );
});

test.each(["commit-log", "scan"] as const)(
  "a folder whose disk is unmounted is empty, not without runs: what is in memory is served, until it is back, found by %s",
  async (catalog) => {
    const { folder } = await twoRuns();
    const { ask, events, refresh, served } = await startGateway(folder, { catalog });
    const stream = await listenEvents(served.address);
    await eventually(() => expect(stream.ids).toHaveLength(1));
    const before = await ask(statistics);
    const away = `${folder}-unmounted`;
    onTestFinished(() => rm(away, { recursive: true, force: true }));
    await rename(folder, away);
    await mkdir(folder);

    for (let look = 0; look < 3; look++) await refresh();
    expect((await ask(statistics)).body).toEqual(before.body);
    expect((await ask("/api/v1/pipelines/credit/runs")).json()["runs"]).toHaveLength(2);
    expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "store-unreachable" });
    expect((await ask(`${newest}distribution.json`)).status).toBe(503);
    await rm(folder, { recursive: true });
    await rename(away, folder);
    await refresh();
    expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "reachable" });
    expect(events.filter(({ message }) => message.includes("passed over"))).toEqual([]);
    await publish(folder, { run: "c", ...day(3) });
    await refresh();
    // Nobody was told that a run is withdrawn.
    await eventually(() => expect(stream.events.map(({ name }) => name)).toEqual(["report"]));
  },
);

test("a folder in which there never was anything answers", async () => {
  const { ask } = await startGateway(temporaryFolder());

  expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "reachable" });
});
