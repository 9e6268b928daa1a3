import type { Command } from "commander";
import { FeaturescopeError, type FrozenReference } from "../../artifact/index.js";
import { mergeReports } from "../../merge-reports.js";
import { findReports } from "../../report/read/find-reports.js";
import { readReference } from "../../report/read/read-reference.js";
import { checkOutcome } from "../check-outcome.js";
import { checkUsage, featurescopeCommand, type GivenOptions, valueOption } from "../command.js";
import { Faults } from "../faults.js";
import { executorOption, readExecutorInput } from "../kubeflow/executor-input.js";
import { writeExecutorOutputs } from "../kubeflow/write-executor-outputs.js";
import { gateOptions, readGates } from "../options/gate-options.js";
import { textOf } from "../options/option-values.js";
import { pictureOptions, readPictures } from "../options/picture-options.js";
import { readRunId, runOption } from "../options/run-option.js";
import { outcomeOf } from "../outcome-of.js";
import { outputOf } from "../output.js";
import { readOut } from "../read-out.js";
import { sayAnalysis } from "../say-analysis.js";

const TEXT = {
  name: "merge",
  summary: "Add up the reports of shards into one report.",
  example: "featurescope merge shards/* --reference october.json --out report",
};

/** `featurescope merge`: reports of shards in, the report of all their rows out. */
export function mergeCommand(): Command {
  const options = [
    valueOption("--out <dir>", "folder of the report; an older report there is replaced"),
    valueOption(
      "--reference <file>",
      "the reference file that the shards were analysed with; without it, the Kolmogorov–Smirnov statistic and the Wasserstein distance are left out, and points in time are not judged as stale",
    ),
    valueOption(
      "--pipeline <name>",
      "name of the pipeline that the whole belongs to, as hours merged into days have a history of their own; that of the shards unless given",
    ),
    runOption(),
    ...pictureOptions(),
    ...gateOptions(),
    executorOption(),
  ];
  return featurescopeCommand(TEXT, options)
    .argument("[report...]", "report directories, or folders of them")
    .action((_reports: string[], given: GivenOptions, command: Command) => runMerge(given, command));
}

async function runMerge(typed: GivenOptions, command: Command): Promise<void> {
  const faults = new Faults();
  const executor = readExecutorInput(typed["executorInput"], faults);
  const given = { ...executor?.options, ...typed };
  const paths = [...(executor?.reports ?? []), ...checkUsage(command, given, ["out"], faults)];
  if (paths.length === 0) faults.add("name at least one report directory");
  const out = readOut(given, faults);
  const run = readRunId(given, faults);
  const gates = readGates(given, faults);
  const pictures = readPictures(given, faults);
  faults.throwIfAny();

  const output = outputOf(given);
  const reference = await openReferenceFile(textOf(given["reference"]));
  const shards = await findReports(paths);
  output.progress.stage("writing features", 1);
  try {
    const pipeline = textOf(given["pipeline"]);
    const merged = await mergeReports({ shards, out, pipeline, run, pictures }, reference, {
      onFeature: (done) => output.progress.update(done),
    });
    output.progress.stop();
    output.warnings(merged.warnings);
    output.result(sayAnalysis(merged), outcomeOf(merged));
    if (executor !== null) await writeExecutorOutputs(executor.outputs, merged);
    checkOutcome([merged], gates);
  } finally {
    output.progress.stop();
  }
}

/** A frozen reference; rows are refused, for their counts are not those of the shards. */
async function openReferenceFile(path: string | null): Promise<FrozenReference | null> {
  if (path === null) return null;
  const reference = await readReference(path);
  if (reference !== null) return reference;
  throw new FeaturescopeError(
    "input-unreadable",
    `expected a file of \`featurescope reference\` at ${path}, found none; pass the one that the shards were analysed with`,
  );
}
