import { FeaturescopeError, type FrozenReference } from "../artifact/index.js";
import { openDataset } from "../dataset/open-dataset.js";
import { windowOfTimes } from "../dataset/window-of-times.js";
import { freezeReference } from "../freeze-reference.js";
import { readReference } from "../report/read/read-reference.js";
import type { Configuration } from "../report/run/configuration.js";
import { featureNames } from "../report/run/feature-names.js";
import { sayReading } from "../report/say-reading.js";
import type { AnalyzeArguments } from "./options/analyze-arguments.js";
import { datasetOptions } from "./options/rows-arguments.js";
import type { Output } from "./output.js";
import { copyWatcher } from "./stage-watcher.js";

/**
 * The reference that `--reference` names: read where it is frozen already, else frozen from its rows. Missing tokens, kinds and
 * the time column hold for both sides; format and window are those of the current rows alone.
 * @throws FeaturescopeError `invalid-usage` where a window is given for a reference that is frozen already; `input-unreadable`
 */
export async function openReference(
  source: string,
  { referenceWindow: window, ...rows }: AnalyzeArguments,
  configuration: Configuration,
  { progress, warning }: Pick<Output, "progress" | "warning">,
): Promise<FrozenReference> {
  const frozen = await readReference(source);
  if (frozen !== null && window === null) return frozen;
  if (frozen !== null) {
    throw new FeaturescopeError(
      "invalid-usage",
      `expected rows at ${source}, which --reference-window is for, found a frozen reference; leave the option out, or freeze the rows with \`featurescope reference --window\``,
    );
  }
  const options = datasetOptions({ ...rows, format: null, window }, configuration);
  const dataset = await openDataset(source, { ...options, onCopied: copyWatcher(progress) });
  try {
    sayReading(dataset).forEach(warning);
    const columns = new Set(dataset.columns.map(({ name }) => name));
    const names = featureNames(dataset, rows, null);
    const known = names.filter((name) => columns.has(name));
    progress.stage("freezing the reference", dataset.rows);
    const span = window ?? (await windowOfTimes(dataset, rows.timeColumn));
    return await freezeReference(dataset, known, span, progress.update);
  } finally {
    await dataset.close();
  }
}
