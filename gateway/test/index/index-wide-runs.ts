// Run with a small heap: looks at a store of runs with ten thousand features, and says what it knows then.
import type { Manifest } from "@featurescope/analyzer/artifact";
import { pacedCatalog } from "../../src/catalog/paced-catalog.js";
import { openManifest } from "../../src/catalog/read-manifest.js";
import { Refresher } from "../../src/index/refresher.js";
import { ReportIndex } from "../../src/index/report-index.js";
import { sha256, summaryOf } from "../support/make-documents.js";
import { numberedCatalog } from "../support/numbered-catalog.js";
import { reportFiles } from "../support/report-files.js";

const [RUNS, FEATURES] = [12, 10_000];
const HOUR = 3_600_000;

const list = (itemsOf: (i: number) => object[]): Buffer =>
  Buffer.concat(
    Array.from({ length: FEATURES }, (_, i) =>
      Buffer.from(`${i === 0 ? "" : ","}${JSON.stringify(itemsOf(i)).slice(1, -1)}`),
    ),
  );
const shares = Array.from({ length: 25 }, (_, i) => i / 1000);
const shape = { type: "bins", current: shares, reference: shares } as const;
const features = list((i) => [{ ...summaryOf({ name: `feature_${i}`, mean: i / 7 }), shape }]);
const files = list((i) =>
  ["statistics.json", "distribution.json", "chart.vl.json", "chart.png"].map((name) => ({
    path: `features/feature_${i}/${name}`,
    sha256: sha256(name),
    bytes: i,
  })),
);
const {
  features: _features,
  files: _files,
  ...head
} = JSON.parse(String(reportFiles({ run: "r" }).get("manifest.json"))) as Manifest;

const catalog = numberedCatalog({
  count: RUNS,
  publishedAt: (n) => n * HOUR,
  pipelineKeyOf: () => "credit",
  async open({ id, publishedAt, of }) {
    const { run } = of!;
    const start = JSON.stringify({ ...head, run, createdAt: new Date(publishedAt).toISOString() });
    const parts = [`${start.slice(0, -1)},"files":[`, files, '],"features":[', features, "]}"];
    const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return { id, publishedAt, path: run, ...(await openManifest(bytes, run, null)) };
  },
});

const index = new ReportIndex({ maxRuns: 500, maxBytes: 50_000_000 });
const refresher = new Refresher({ catalog: pacedCatalog(catalog), index, log: () => undefined });
await refresher.refresh();
const { runs, older } = index.pipeline("credit")!;
const [newest] = runs;
console.log(
  JSON.stringify({
    known: index.size,
    kept: runs.length + older.size,
    isBounded: index.bytes <= 50_000_000 && runs.length >= 5,
    newest: newest?.manifest.run,
    last: newest?.features.at(FEATURES - 1).mean,
    file: newest?.files.get(`features/feature_${FEATURES - 1}/chart.png`)?.bytes,
  }),
);
