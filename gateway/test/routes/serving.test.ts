import { EventEmitter, once } from "node:events";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { countingStore } from "../support/counting-store.js";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { reportFiles } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const plan = { run: "a", features: [{ name: "age" }] };
const newest = "/api/v1/pipelines/credit/features/age/statistics.json";
const ofRun = "/api/v1/pipelines/credit/runs/a/features/age/statistics.json";

async function started() {
  const folder = temporaryFolder();
  await publish(folder, plan);
  return startGateway(folder);
}

test("a body is the report's own bytes, in the encoding that the client likes", async () => {
  const { ask } = await started();
  const original = reportFiles(plan).get("features/age/statistics.json")!;
  const get = (encoding: string) => ask(newest, { headers: { "Accept-Encoding": encoding } });

  const plain = await get("identity");
  const gzip = await get("gzip");
  const brotli = await get("gzip, deflate, br");

  expect(plain.body).toEqual(original);
  expect(gunzipSync(gzip.body)).toEqual(original);
  expect(brotliDecompressSync(brotli.body)).toEqual(original);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers, body } of [plain, gzip, brotli]) {
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers.vary).toBe("Accept-Encoding, Origin");
  }
});

test.each([
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0, *", "gzip"],
  ["*;q=0", undefined],
  ["deflate", undefined],
  ["BR", "br"],
])("Accept-Encoding: %s is answered with %s", async (header, encoding) => {
  const { ask } = await started();

  const answer = await ask(newest, { headers: { "Accept-Encoding": header } });

  expect(answer.headers["content-encoding"]).toBe(encoding);
});

test("pictures are not compressed again", async () => {
  const { ask } = await started();

  const answer = await ask(newest.replace("statistics.json", "chart.png"), {
    headers: { "Accept-Encoding": "br" },
  });

  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.body).toEqual(reportFiles(plan).get("features/age/chart.png"));
});

test.each([
  newest,
  ofRun,
  "/api/v1/pipelines/credit/features",
  "/api/v1/pipelines",
  "/api/v1/pipelines/credit/runs",
])("who has it already gets 304: %s", async (path) => {
  const { ask } = await started();
  const first = await ask(path, { headers: { "Accept-Encoding": "br" } });
  const again = (tag: string) => ask(path, { headers: { "Accept-Encoding": "br", "If-None-Match": tag } });

  for (const tag of [first.headers.etag!, `"other", ${first.headers.etag}`, "*"]) {
    const answer = await again(tag);
    expect(answer.status).toBe(304);
    expect(answer.body.length).toBe(0);
    expect(answer.headers.etag).toBe(first.headers.etag);
    expect(answer.headers["content-type"]).toBeUndefined();
    expect(answer.headers["content-location"]).toBe(first.headers["content-location"]);
  }
  expect((await again('"other"')).status).toBe(200);
});

test("a tag of one encoding does not stand for another", async () => {
  const { ask } = await started();
  const { headers } = await ask(newest, { headers: { "Accept-Encoding": "br" } });

  const answer = await ask(newest, {
    headers: { "Accept-Encoding": "gzip", "If-None-Match": headers.etag! },
  });

  expect(answer.status).toBe(200);
});

test.each([
  newest,
  ofRun,
  "/api/v1/pipelines/credit/features",
  "/api/v1/pipelines/credit/runs",
  "/",
  "/livez",
])("HEAD answers like GET without the body: %s", async (path) => {
  const { ask } = await started();
  await ask(path);
  const get = await ask(path);
  const head = await ask(path, { method: "HEAD" });
  const { date: _got, ...got } = get.headers;
  const { date: _asked, ...asked } = head.headers;

  expect(head.status).toBe(get.status);
  expect(head.body.length).toBe(0);
  expect(asked).toEqual(got);
});

test("what is of a run may be kept for ever, what is newest is asked for again", async () => {
  const { ask } = await started();
  const caching = async (path: string) => (await ask(path)).headers["cache-control"];

  expect(await caching(ofRun)).toBe("public, max-age=31536000, immutable");
  expect(await caching("/api/v1/pipelines/credit/runs/a")).toBe("public, max-age=31536000, immutable");
  expect(await caching(newest)).toBe("no-cache");
  expect(await caching("/api/v1/pipelines/credit/features")).toBe("no-cache");
  expect(await caching("/api/v1/pipelines/credit/runs")).toBe("no-cache");
  expect(await caching("/api/v1/pipelines/credit/features/other/chart.png")).toBe("no-store");
});

test("the second answer comes from memory and says so, with its age", async () => {
  const { ask } = await started();
  const told = async (path: string) => {
    const { headers } = await ask(path);
    return [headers["cache-status"], headers.age === undefined];
  };

  expect(await told(ofRun)).toEqual(["featurescope; fwd=miss; stored", true]);
  expect(await told(ofRun)).toEqual(["featurescope; hit", false]);
  expect(await told(newest)).toEqual(["featurescope; hit", false]);
});

test("who waited for another's reading is told so, and what is too large to be kept is not said to be", async () => {
  const folder = temporaryFolder();
  await publish(folder, plan);
  const { ask } = await startGateway(folder);
  const { ask: askSmall } = await startGateway(folder, { cacheBytes: 1000 });

  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(newest)));
  const told = answers.map(({ headers }) => headers["cache-status"]);
  const small = [await askSmall(newest), await askSmall(newest)];

  expect(told.filter((status) => status === "featurescope; fwd=miss; stored")).toHaveLength(1);
  expect(told.filter((status) => status === "featurescope; fwd=miss; collapsed")).toHaveLength(4);
  expect(small.map(({ headers }) => headers["cache-status"])).toEqual([
    "featurescope; fwd=miss",
    "featurescope; fwd=miss",
  ]);
});

test("a run's folder answers like a copy of the report on a plain file server", async () => {
  const { ask } = await started();
  const files = reportFiles(plan);

  for (const [path, body] of files) {
    expect((await ask(`/api/v1/pipelines/credit/runs/a/${path}`)).body).toEqual(body);
  }
  const manifest = await ask("/api/v1/pipelines/credit/runs/a");
  expect(manifest.body).toEqual(files.get("manifest.json"));
  expect(manifest.headers["content-location"]).toBe("a/manifest.json");
});

test("pipelines and runs are listed with their newest run and verdicts", async () => {
  const folder = temporaryFolder();
  for (const run of ["a", "b", "c"]) {
    const verdict = run === "c" ? "shifted" : "stable";
    await publish(folder, {
      run,
      createdAt: `2026-11-0${run === "a" ? 1 : run === "b" ? 2 : 3}T00:00:00Z`,
      features: [{ name: "age", verdict }],
    });
  }
  const { ask } = await startGateway(folder);

  const pipelines = (await ask("/api/v1/pipelines")).json();
  const first = (await ask("/api/v1/pipelines/credit/runs?limit=2")).json();
  const second = (
    await ask(`/api/v1/pipelines/credit/runs?limit=2&cursor=${String(first["nextCursor"])}`)
  ).json();

  expect(pipelines).toMatchObject({
    pipelines: [
      {
        pipeline: "credit",
        newest: { run: "c", href: "pipelines/credit/runs/c/" },
        features: 1,
        verdicts: { shifted: 1, stable: 0 },
        href: "pipelines/credit/features",
      },
    ],
  });
  expect(first).toMatchObject({
    runs: [{ run: "c" }, { run: "b", verdicts: { stable: 1 } }],
    nextCursor: "b",
  });
  expect(second).toMatchObject({ runs: [{ run: "a", href: "runs/a/" }], nextCursor: null });
  expect((await ask("/api/v1/pipelines/credit/runs/c/manifest.json")).status).toBe(200);
});

test("lists that are made for one request are compressed on the way", async () => {
  const folder = temporaryFolder();
  await publish(folder, {
    run: "a",
    features: Array.from({ length: 20 }, (_, i) => ({ name: `feature_${i}` })),
  });
  const { ask } = await startGateway(folder);
  const path = "/api/v1/pipelines/credit/features?verdict=stable";

  const plain = await ask(path);
  const brotli = await ask(path, { headers: { "Accept-Encoding": "br" } });

  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  expect(plain.headers.etag).toMatch(/^W\//);
});

test("of a new run the files are read ahead that were asked for of the run before, and no others", async () => {
  const folder = temporaryFolder();
  const features = [{ name: "age" }, { name: "income" }];
  await publish(folder, { ...plan, features, createdAt: "2026-11-01T00:00:00Z" });
  const store = countingStore(directoryStore(folder));
  const { ask, refresh, served } = await startGateway(folder, { store });
  await ask(newest);
  await publish(folder, { run: "b", features, createdAt: "2026-11-02T00:00:00Z" });
  const client = await listenEvents(served.address);
  await refresh();
  await eventually(() => expect(client.events).toHaveLength(1));
  const before = store.gets;

  const first = await ask(newest);

  expect([first.json()["run"], first.headers["cache-status"]]).toEqual(["b", "featurescope; hit"]);
  expect(store.gets).toBe(before);
  // Two manifests with their log entries, and the one file of each run.
  expect(store.gets).toBe(6);
});

test("an event does not wait for a store that does not give the files", async () => {
  const folder = temporaryFolder();
  await publish(folder, { ...plan, createdAt: "2026-11-01T00:00:00Z" });
  const inner = directoryStore(folder);
  const hold = new EventEmitter();
  const isTold = once(hold, "told");
  const store = {
    ...inner,
    async get(path: string, limits: { maxBytes: number }) {
      if (path.startsWith("runs/credit/b/features/")) await isTold;
      return inner.get(path, limits);
    },
  };
  const { ask, refresh, served } = await startGateway(folder, { store });
  await ask(newest);
  await publish(folder, { run: "b", createdAt: "2026-11-02T00:00:00Z" });
  const client = await listenEvents(served.address);
  await refresh();

  await eventually(() => expect(client.events.map(({ data }) => data["run"])).toEqual(["b"]));
  hold.emit("told");
  expect((await ask(newest)).json()["run"]).toBe("b");
});

test("a file that is saved is named after its feature and run, whatever the feature's name", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", features: [{ name: 'a"; x="年龄\r\n' }] });
  const { ask } = await startGateway(folder);
  const list = (await ask("/api/v1/pipelines/credit/features")).json()["features"] as { key: string }[];
  const features = `/api/v1/pipelines/credit/features/${list[0]!.key}`;
  const named = async (path: string, headers = {}) =>
    (await ask(path, { headers })).headers["content-disposition"];

  expect(await named(`${features}/chart.png`)).toMatch(/^inline; filename="a-x~[0-9a-f]{12}-a-chart\.png"$/);
  expect(await named(`${features}/statistics.json`)).toMatch(/-a-statistics\.json"$/);
  expect(await named("/api/v1/pipelines/credit/runs/a")).toBe('inline; filename="credit-a-manifest.json"');
  expect(await named(`${features}/chart.png`, { "If-None-Match": "*" })).toBeUndefined();
  expect(await named(`${features}/none.png`)).toBeUndefined();
  expect(await named("/api/v1/pipelines/credit/features")).toBeUndefined();
});
