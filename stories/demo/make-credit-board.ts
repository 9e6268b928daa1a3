import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { askGateway } from "./ask-gateway.js";
import { makeCredit } from "./make-credit.js";
import { runFeaturescope } from "./run-featurescope.js";

/**
 * The demo's credit pipeline as the real gateway lists it, with its newest report's features beside the list.
 * @param work for tables, reports and a store
 * @param out gets `features.json`, `no-features.json` and `features/`
 */
export async function makeCreditBoard(work: string, out: string): Promise<void> {
  await makeCredit(work, { "no-pictures": true });
  const months = (await readdir(join(work, "runs"))).sort().map((name) => join(work, "runs", name));
  await runFeaturescope(work, "publish", { to: "store" }, ["runs"]);
  const list = await askGateway(join(work, "store"), "api/v1/pipelines/credit/features");
  await mkdir(out, { recursive: true });
  await cp(join(months.at(-1) ?? "", "features"), join(out, "features"), { recursive: true });
  await writeFile(join(out, "features.json"), list);
  await writeFile(join(out, "no-features.json"), JSON.stringify({ ...JSON.parse(list), features: [] }));
}
