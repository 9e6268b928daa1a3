import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runFeaturescope } from "./run-featurescope.js";

/** What the demo has put into a store for one pipeline. */
interface Receipt {
  /** Fingerprint of all that the reports are made from. */
  inputs: string;
  /** Ids of the runs, written before the first is published. */
  runs: string[];
  /** False while they are being published. */
  complete: boolean;
}

async function readReceipt(path: string): Promise<Receipt | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Receipt;
  } catch {
    return null;
  }
}

/** Takes exactly the demo's own runs out of the store; reports of others stay. */
async function withdraw(store: string, pipeline: string, runs: readonly string[]): Promise<void> {
  const log = join(store, "_log/v1");
  const entries = await readdir(log).catch(() => []);
  for (const run of runs) {
    const entry = entries.find((name) => name.endsWith(`!${pipeline}!${run}.json`));
    if (entry !== undefined) await rm(join(log, entry));
    await rm(join(store, "runs", pipeline, run), { recursive: true, force: true });
  }
}

/**
 * Brings one pipeline's reports into a store, unless they are there already. An interrupted start left a receipt
 * that is not complete: what it names is withdrawn and made anew.
 * @param pipeline a name that is its own key
 * @param inputs fingerprint of all that the reports are made from
 * @param make writes report folders under `<folder>/runs/`
 * @returns false where nothing was to do
 */
export async function makePipeline(
  store: string,
  pipeline: string,
  inputs: string,
  make: (folder: string) => Promise<void>,
): Promise<boolean> {
  const demo = join(store, ".demo");
  const receiptPath = join(demo, `${pipeline}.json`);
  const receipt = await readReceipt(receiptPath);
  if (receipt?.complete && receipt.inputs === inputs) return false;
  const folder = join(demo, pipeline);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "runs"), { recursive: true });
  await make(folder);
  if (receipt !== null) await withdraw(store, pipeline, receipt.runs);

  const reports = (await readdir(join(folder, "runs"))).sort().map((name) => join(folder, "runs", name));
  const manifests = await Promise.all(
    reports.map((report) => readFile(join(report, "manifest.json"), "utf8")),
  );
  const runs = manifests.map((manifest) => (JSON.parse(manifest) as { run: string }).run);
  const write = (complete: boolean) =>
    writeFile(receiptPath, JSON.stringify({ inputs, runs, complete } satisfies Receipt));
  await write(false);
  await runFeaturescope(folder, "publish", { to: store }, ["runs"]);
  await write(true);
  await rm(folder, { recursive: true, force: true });
  return true;
}
