import type { FrozenReference } from "../artifact/index.js";
import { openDataset } from "../dataset/open-dataset.js";
import { freezeReference } from "../freeze-reference.js";
import type { Configuration } from "../report/run/configuration.js";
import { featureNames } from "../report/run/feature-names.js";
import { readReference } from "../report/read/read-reference.js";
import type { Output } from "./output.js";
import { sayReading } from "../report/say-reading.js";
import { datasetOptions, type RowsArguments } from "./options/rows-arguments.js";
import { copyWatcher } from "./stage-watcher.js";

/**
 * The reference that `--reference` names: read where it is frozen already, else frozen from its rows. Missing tokens and kinds hold for
 * both sides; format and window are those of the current rows alone.
 */
export async function openReference(
  source: string,
  rows: RowsArguments,
  configuration: Configuration,
  { progress, warning }: Pick<Output, "progress" | "warning">,
): Promise<FrozenReference> {
  const frozen = await readReference(source);
  if (frozen !== null) return frozen;
  const options = datasetOptions({ ...rows, format: null, window: null }, configuration);
  const dataset = await openDataset(source, { ...options, onCopied: copyWatcher(progress) });
  try {
    sayReading(dataset).forEach(warning);
    const columns = new Set(dataset.columns.map(({ name }) => name));
    const names = featureNames(dataset, rows, null);
    const known = names.filter((name) => columns.has(name));
    progress.stage("freezing the reference", dataset.rows);
    return await freezeReference(dataset, known, null, progress.update);
  } finally {
    await dataset.close();
  }
}
