import type { Option } from "commander";
import type { Window } from "../../artifact/index.js";
import {
  BAD_ROWS,
  type BadRows,
  DATASET_FORMATS,
  type DatasetFormat,
  type DatasetOptions,
} from "../../dataset/dataset-options.js";
import type { Configuration } from "../../report/run/configuration.js";
import { type GivenOptions, onceOption, valueOption } from "../command.js";
import type { Faults } from "../faults.js";
import { oneOf, textOf, windowOf } from "./option-values.js";
import { queryOption, withQuery } from "./query-option.js";

/** Which rows and columns a command is to read. */
export interface RowsArguments {
  /** Path, glob or address. */
  data: string;
  /** Features by name; null for all. */
  features: string[] | null;
  /** Null to find it by the first bytes. */
  format: DatasetFormat | null;
  /** Null for the reader's own. */
  missingTokens: string[] | null;
  /** Null for the reader's own. */
  onBadRows: BadRows | null;
  timeColumn: string | null;
  window: Window | null;
}

/** Options of every command that reads rows. */
export function rowsOptions(): Option[] {
  return [
    onceOption(
      "--data <source>",
      "rows: a path or glob of .csv, .csv.gz, .parquet or .jsonl, or where they lie: s3://bucket/key (or folder/, or pattern*), mysql://host/database?table=name, redis://host/0?match=pattern; keys and passwords come from the environment (S3_ENDPOINT_URL, S3_ACCESS_KEY, S3_SECRET_KEY, MYSQL_PASSWORD, REDIS_PASSWORD, …)",
    ),
    queryOption(),
    onceOption("--features <names>", "features, separated by commas, or all"),
    valueOption("--feature <name>", "one feature, for names with commas; can be repeated").argParser<
      string[] | undefined
    >((name, names) => [...(names ?? []), name]),
    valueOption("--format <format>", `${DATASET_FORMATS.join(", ")}; told from the first bytes unless given`),
    valueOption(
      "--missing-tokens <texts>",
      "values that mean missing, separated by commas; unless given, N/A, null, - and the like do in columns of numbers",
    ),
    valueOption(
      "--on-bad-rows <what>",
      `${BAD_ROWS.join(" or ")}: CSV rows with too many or too few values end the command (default), or are left out and counted`,
    ),
    valueOption(
      "--time-column <name>",
      "column with the time of each row, where numbers are milliseconds since 1970; not a feature unless named",
    ),
    valueOption(
      "--window <start/end>",
      "time span of the rows, ISO 8601 in UTC, end exclusive; filters them by --time-column",
    ),
    valueOption(
      "--config <file>",
      "YAML or JSON with titles, units, kinds, limits, importance and missing tokens of the features",
    ),
  ];
}

/** Reads the options of {@link rowsOptions} but `--config`, noting each fault. */
export function readRowsArguments(given: GivenOptions, faults: Faults): RowsArguments {
  return {
    data: withQuery(textOf(given["data"]) ?? "", given, faults),
    features: featuresOf(given),
    format: oneOf(given["format"], "--format", DATASET_FORMATS, faults),
    missingTokens: textOf(given["missingTokens"])?.split(",") ?? null,
    onBadRows: oneOf(given["onBadRows"], "--on-bad-rows", BAD_ROWS, faults),
    timeColumn: textOf(given["timeColumn"]),
    window: windowOf(given["window"], "--window", faults),
  };
}

/** That a word is none of the command's, and by which slips of the shell it may have become one. */
export function sayOperand(operand: string): string {
  return `unexpected ${operand}: rows are named by --data, a pattern in quotes, as the shell puts all files in its place; lists have commas without spaces`;
}

/** How a dataset is to be read: without a time column, a window only labels. */
export function datasetOptions(rows: RowsArguments, configuration: Configuration): DatasetOptions {
  const { features: wanted, format, missingTokens, onBadRows, timeColumn, window } = rows;
  const features = [...configuration.features];
  const kinds = features.flatMap(([name, { kind }]) => (kind === null ? [] : [[name, kind] as const]));
  const tokens = features.flatMap(([name, { missingTokens: own }]) =>
    own === null ? [] : [[name, own] as const],
  );
  return {
    ...(wanted !== null && { features: wanted }),
    ...(format !== null && { format }),
    ...(missingTokens !== null && { missingTokens }),
    ...(kinds.length > 0 && { kinds: new Map(kinds) }),
    ...(tokens.length > 0 && { columnTokens: new Map(tokens) }),
    ...(onBadRows !== null && { onBadRows }),
    ...(timeColumn !== null && { timeColumn, ...(window !== null && { window }) }),
  };
}

function featuresOf(given: GivenOptions): string[] | null {
  const listed = textOf(given["features"]) ?? "all";
  const single = Array.isArray(given["feature"]) ? (given["feature"] as string[]) : [];
  if (listed === "all") return single.length === 0 ? null : [...new Set(single)];
  const names = listed.split(",").map((name) => name.trim());
  return [...new Set([...names.filter((name) => name !== ""), ...single])];
}
