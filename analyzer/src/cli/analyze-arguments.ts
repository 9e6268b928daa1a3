import { Option } from "commander";
import { type PictureFile, RUN_ID, type Verdict } from "../artifact/index.js";
import type { WindowLength } from "../dataset/spool-windows.js";
import { type GivenOptions, valueOption } from "./command.js";
import type { Faults } from "./faults.js";
import { pictureOptions, readPictures } from "./picture-options.js";
import { oneOf, readRowsArguments, type RowsArguments, rowsOptions, textOf } from "./rows-arguments.js";

/** Lengths of windows that `--every` cuts: an hour, a day from midnight, a week from Monday, all in UTC. */
const WINDOW_LENGTHS: readonly WindowLength[] = ["1h", "1d", "1w"];

/** What `featurescope analyze` is to do. */
export interface AnalyzeArguments extends RowsArguments {
  /** Rows, a report directory or a reference file; null to compare with nothing. */
  reference: string | null;
  out: string;
  pipeline: string;
  /** Null for an id made of time and chance. */
  run: string | null;
  /** Null for one run over all rows. */
  every: WindowLength | null;
  /** Pictures to be drawn of each feature. */
  pictures: PictureFile[];
  strict: boolean;
  /** The verdict from which on the command fails; null for never. */
  failOn: Verdict | null;
}

/** Options of `featurescope analyze`. */
export function analyzeOptions(): Option[] {
  return [
    ...rowsOptions(),
    valueOption(
      "--out <dir>",
      "folder of the report; an older report there is replaced; with --every, it holds a folder a run",
    ),
    valueOption(
      "--reference <source>",
      "what to compare with: rows, a file of `featurescope reference`, or a report made without a reference",
    ),
    valueOption(
      "--every <length>",
      `${WINDOW_LENGTHS.join(", ")}: one run per window of --time-column (UTC, weeks from Monday)`,
    ),
    valueOption("--pipeline <name>", "name of the pipeline that the rows come from"),
    valueOption("--run <id>", "id of the run; the window's end and chance unless given"),
    ...pictureOptions(),
    new Option("--strict", "end with code 3 where a feature could not be analysed"),
    valueOption("--fail-on <verdict>", "watch or shifted: end with code 6 where a feature reaches it"),
    valueOption("--executor-input <json>", "Kubeflow: inputs, parameters and output paths"),
  ];
}

/** Reads the options of {@link analyzeOptions}, noting each fault. */
export function readAnalyzeArguments(given: GivenOptions, faults: Faults): AnalyzeArguments {
  const rows = readRowsArguments(given, faults);
  const every = oneOf(given["every"], "--every", WINDOW_LENGTHS, faults);
  const run = textOf(given["run"]);
  if (run !== null && !RUN_ID.test(run)) {
    faults.add(`--run: expected up to 100 of a–z, 0–9, dot, dash and underscore, found ${run}`);
  }
  if (every !== null && rows.timeColumn === null)
    faults.add("--every needs --time-column, to know when a row was");
  if (every !== null && run !== null) faults.add("--run names one run, yet --every makes many; leave it out");
  return {
    ...rows,
    reference: textOf(given["reference"]),
    out: textOf(given["out"]) ?? "",
    pipeline: textOf(given["pipeline"]) ?? "default",
    run,
    every,
    pictures: readPictures(given, faults),
    strict: given["strict"] === true,
    failOn: oneOf(given["failOn"], "--fail-on", ["watch", "shifted"] as const, faults),
  };
}
