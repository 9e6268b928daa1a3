// Run with a small heap: looks at a store of a hundred thousand runs twice, and says what it knows then.
import type { Manifest } from "@featurescope/analyzer/artifact";
import type { Catalog } from "../../src/catalog/catalog.js";
import { INDEX_LIMITS } from "../../src/gateway.js";
import { Refresher } from "../../src/index/refresher.js";
import { ReportIndex } from "../../src/index/report-index.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

const RUNS = 100_000;
const PIPELINES = 10;
const HOUR = 3_600_000;
const START = Date.UTC(2015, 0, 1);

const features = Array.from({ length: 20 }, (_, i) => ({ name: `feature_${i}` }));
const text = String(reportFiles({ run: "r", features }).get("manifest.json"));

const catalog: Catalog = {
  name: "numbered",
  isNewestFirst: true,
  pageSize: 1000,
  async *list() {
    for (let n = RUNS - 1; n >= 0; n--) {
      const id = String(9_000_000 - n);
      yield { id, publishedAt: START + n * HOUR, of: { pipelineKey: `p${n % PIPELINES}`, run: `r${n}` } };
    }
  },
  isGone: () => Promise.resolve(false),
  async open({ id, publishedAt, of }) {
    const manifest = JSON.parse(text) as Manifest;
    const { pipelineKey, run } = of!;
    const createdAt = new Date(publishedAt).toISOString();
    const own = { ...manifest, pipeline: pipelineKey, run, createdAt };
    return packedReport(own, { id, publishedAt, pipelineKey, path: `runs/${pipelineKey}/${run}` });
  },
};

const index = new ReportIndex(INDEX_LIMITS);
const refresher = new Refresher({ catalog, index, log: () => undefined });
await refresher.refresh();
await refresher.refresh();
const newest = index.pipelines().map(({ runs }) => runs[0]?.manifest.run);
console.log(JSON.stringify({ runs: index.size, newest }));
