import type { Command } from "commander";
import type { WrittenRun } from "../../report/write/write-run.js";
import { checkOutcome } from "../check-outcome.js";
import { checkUsage, featurescopeCommand, type GivenOptions } from "../command.js";
import { Faults } from "../faults.js";
import { readExecutorInput } from "../kubeflow/executor-input.js";
import { writeExecutorOutputs } from "../kubeflow/write-executor-outputs.js";
import { analyzeOptions, readAnalyzeArguments } from "../options/analyze-arguments.js";
import { sayOperand } from "../options/rows-arguments.js";
import { outcomeOf } from "../outcome-of.js";
import { outputOf } from "../output.js";
import { readConfiguration } from "../read-configuration.js";
import { sayAnalysis } from "../say-analysis.js";
import { analyzeRuns } from "./analyze-runs.js";

const TEXT = {
  name: "analyze",
  summary: "Analyse rows and write a report directory.",
  example: `featurescope analyze --data november.csv --features age,income --reference october.parquet --out report
featurescope analyze --data flights.parquet --time-column date --every 1w --reference january.json --out runs`,
};

/** `featurescope analyze`: rows in, report directory out. */
export function analyzeCommand(): Command {
  return featurescopeCommand(TEXT, analyzeOptions()).action(runAnalyze);
}

async function runAnalyze(typed: GivenOptions, command: Command): Promise<void> {
  const faults = new Faults();
  const executor = readExecutorInput(typed["executorInput"], faults);
  const given = { ...executor?.options, ...typed };
  if (executor !== null && given["data"] === undefined) {
    faults.add(
      "input dataset and parameter source: expected one of them, which names the rows, found neither",
    );
  }
  const required = executor === null ? ["data", "out"] : ["out"];
  for (const operand of checkUsage(command, given, required, faults)) {
    faults.add(sayOperand(operand));
  }
  const args = readAnalyzeArguments(given, faults);
  const configuration = await faults.throwIfAnyOr(readConfiguration(given["config"]));

  const output = outputOf(given);
  const analyses: WrittenRun[] = [];
  try {
    for await (const analysis of analyzeRuns(args, configuration, output)) {
      output.progress.stop();
      output.warnings(analysis.warnings);
      output.result(sayAnalysis(analysis), outcomeOf(analysis));
      if (executor !== null) await writeExecutorOutputs(executor.outputs, analysis);
      analyses.push(analysis);
    }
  } finally {
    output.progress.stop();
  }
  checkOutcome(analyses, args);
}
