import type { Command } from "commander";
import { suggest } from "../../artifact/index.js";
import { openDataset } from "../../dataset/open-dataset.js";
import { windowOfTimes } from "../../dataset/window-of-times.js";
import { formatWindow } from "../../drift/index.js";
import { freezeIntoFile } from "../../freeze-reference.js";
import { featureNames } from "../../report/run/feature-names.js";
import { requireTimeColumn } from "../../report/run/require-time-column.js";
import { sayReading } from "../../report/say-reading.js";
import { sayCount } from "../../report/summary/say-count.js";
import { checkUsage, featurescopeCommand, type GivenOptions, valueOption } from "../command.js";
import { Faults } from "../faults.js";
import { datasetOptions, readRowsArguments, rowsOptions, sayOperand } from "../options/rows-arguments.js";
import { outputOf } from "../output.js";
import { readConfiguration } from "../read-configuration.js";
import { readOut } from "../read-out.js";
import { sayFrozen } from "../say-frozen.js";
import { copyWatcher } from "../stage-watcher.js";

const TEXT = {
  name: "reference",
  summary: "Freeze rows as a reference for later runs.",
  example:
    "featurescope reference --data flights.parquet --time-column date --window 2001-01-01/2001-02-01 --out january.json",
};

/** `featurescope reference`: freezes edges and counts once, so that every later run is compared with the same. */
export function referenceCommand(): Command {
  const out = valueOption("--out <file>", "file of the reference (JSON); an older one there is replaced");
  return featurescopeCommand(TEXT, [...rowsOptions(), out]).action(runReference);
}

async function runReference(given: GivenOptions, command: Command): Promise<void> {
  const faults = new Faults();
  for (const operand of checkUsage(command, given, ["data", "out"], faults)) {
    faults.add(sayOperand(operand));
  }
  const rows = readRowsArguments(given, faults);
  const out = readOut(given, faults);
  const configuration = await faults.throwIfAnyOr(readConfiguration(given["config"]));
  const output = outputOf(given);
  const onCopied = copyWatcher(output.progress);
  const dataset = await openDataset(rows.data, { ...datasetOptions(rows, configuration), onCopied });
  try {
    requireTimeColumn(dataset, rows.timeColumn);
    const names = featureNames(dataset, rows, null);
    const columns = dataset.columns.map(({ name }) => name);
    for (const name of names.filter((name) => !columns.includes(name))) {
      faults.add(`${dataset.source} has no column ${name}${suggest(name, columns)}`);
    }
    faults.throwIfAny("invalid-usage", "some features cannot be frozen");
    sayReading(dataset).forEach(output.warning);
    output.progress.stage("freezing the reference", dataset.rows);
    const window = rows.window ?? (await windowOfTimes(dataset, rows.timeColumn));
    const { id, features } = await freezeIntoFile(out, dataset, names, window, output.progress.update);
    output.progress.stop();
    sayFrozen(dataset.rows, window, Date.now()).forEach(output.warning);
    const span = window === null ? "" : `, ${formatWindow(window, "en")}`;
    const size = `${sayCount(features, "feature")} of ${sayCount(dataset.rows, "row")}${span}`;
    output.result(`reference ${id.slice(0, 12)}: ${size} → ${out}\n`, {
      file: out,
      id,
      rows: dataset.rows,
      window,
      features,
      skippedRows: dataset.skippedRows,
    });
  } finally {
    output.progress.stop();
    await dataset.close();
  }
}
