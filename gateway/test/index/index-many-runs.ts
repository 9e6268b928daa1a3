// Run with a small heap: looks at a store of a hundred thousand runs twice, and says what it knows then.
import type { Manifest } from "@featurescope/analyzer/artifact";
import { INDEX_LIMITS } from "../../src/gateway.js";
import { Refresher } from "../../src/index/refresher.js";
import { ReportIndex } from "../../src/index/report-index.js";
import { numberedCatalog } from "../support/numbered-catalog.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

const RUNS = 100_000;
const PIPELINES = 10;
const HOUR = 3_600_000;
const START = Date.UTC(2015, 0, 1);

const features = Array.from({ length: 20 }, (_, i) => ({ name: `feature_${i}` }));
const text = String(reportFiles({ run: "r", features }).get("manifest.json"));

const catalog = numberedCatalog({
  count: RUNS,
  publishedAt: (n) => START + n * HOUR,
  pipelineKeyOf: (n) => `p${n % PIPELINES}`,
  async open({ id, publishedAt, of }) {
    const manifest = JSON.parse(text) as Manifest;
    const { pipelineKey, run } = of!;
    const createdAt = new Date(publishedAt).toISOString();
    const own = { ...manifest, pipeline: pipelineKey, run, createdAt };
    return packedReport(own, { id, publishedAt, pipelineKey, path: `runs/${pipelineKey}/${run}` });
  },
});

const index = new ReportIndex(INDEX_LIMITS);
const refresher = new Refresher({ catalog, index, log: () => undefined });
await refresher.refresh();
await refresher.refresh();
const newest = index.pipelines().map(({ runs }) => runs[0]?.manifest.run);
console.log(JSON.stringify({ runs: index.size, newest }));
