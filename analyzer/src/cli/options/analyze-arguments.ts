import type { Option } from "commander";
import type { PictureFile, Window } from "../../artifact/index.js";
import type { WindowLength } from "../../dataset/spool-windows.js";
import type { Gates } from "../check-outcome.js";
import { type GivenOptions, valueOption } from "../command.js";
import type { Faults } from "../faults.js";
import { executorOption } from "../kubeflow/executor-input.js";
import { readOut } from "../read-out.js";
import { gateOptions, readGates } from "./gate-options.js";
import { oneOf, textOf, windowOf } from "./option-values.js";
import { pictureOptions, readPictures } from "./picture-options.js";
import { readRowsArguments, type RowsArguments, rowsOptions } from "./rows-arguments.js";
import { readRunId, runOption } from "./run-option.js";

/** Lengths of windows that `--every` cuts: an hour, a day from midnight, a week from Monday, all in UTC. */
const WINDOW_LENGTHS: readonly WindowLength[] = ["1h", "1d", "1w"];

/** What `featurescope analyze` is to do. */
export interface AnalyzeArguments extends RowsArguments, Gates {
  /** Rows, a report directory or a reference file; null to compare with nothing. */
  reference: string | null;
  /** Of the reference, where that is rows; null to take it from their times. */
  referenceWindow: Window | null;
  out: string;
  pipeline: string;
  /** Null for an id made of a time and random digits. */
  run: string | null;
  /** Null for one run over all rows. */
  every: WindowLength | null;
  /** Pictures to be drawn of each feature. */
  pictures: PictureFile[];
}

/** Options of `featurescope analyze`. */
export function analyzeOptions(): Option[] {
  return [
    ...rowsOptions(),
    valueOption(
      "--out <dir>",
      "folder of the report; an older report there is replaced; with --every, it holds one folder per run",
    ),
    valueOption(
      "--reference <source>",
      "what to compare with: rows, a file of `featurescope reference`, or a report made without a reference, all also at s3://…",
    ),
    valueOption(
      "--reference-window <start/end>",
      "time span of a reference that is rows; filters them by --time-column, whose first and last time in them are the span unless given",
    ),
    valueOption(
      "--every <length>",
      `${WINDOW_LENGTHS.join(", ")}: one run per window of --time-column (UTC, weeks from Monday)`,
    ),
    valueOption("--pipeline <name>", "name of the pipeline that the rows come from; default unless given"),
    runOption(),
    ...pictureOptions(),
    ...gateOptions(),
    executorOption(),
  ];
}

/** Reads the options of {@link analyzeOptions}, noting each fault. */
export function readAnalyzeArguments(given: GivenOptions, faults: Faults): AnalyzeArguments {
  const rows = readRowsArguments(given, faults);
  const every = oneOf(given["every"], "--every", WINDOW_LENGTHS, faults);
  const run = readRunId(given, faults);
  const reference = textOf(given["reference"]);
  const referenceWindow = windowOf(given["referenceWindow"], "--reference-window", faults);
  if (reference === null && textOf(given["referenceWindow"]) !== null)
    faults.add("--reference-window needs --reference, which names the rows");
  if (every !== null && rows.timeColumn === null)
    faults.add("--every needs --time-column, which tells the time of each row");
  if (every !== null && run !== null)
    faults.add("--run names one run, but --every makes many; leave --run out");
  return {
    ...rows,
    reference,
    referenceWindow,
    out: readOut(given, faults),
    pipeline: textOf(given["pipeline"]) ?? "default",
    run,
    every,
    pictures: readPictures(given, faults),
    ...readGates(given, faults),
  };
}
