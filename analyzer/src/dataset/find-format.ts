import { FeaturescopeError } from "../artifact/index.js";
import type { DatasetFormat } from "./dataset-options.js";
import { contentOf, startOf } from "./file-head.js";

/**
 * The format of a file by its first bytes, whatever its name: `PAR1` is Parquet, text (also packed by gzip) that begins with a
 * brace is JSON lines, any other text is CSV.
 * @throws FeaturescopeError `input-unreadable` for an empty or binary file
 */
export async function findFormat(path: string): Promise<DatasetFormat> {
  if ((await startOf(path, 4)).toString("latin1") === "PAR1") return "parquet";
  for await (const content of contentOf(path)) {
    if (content.includes(0)) {
      throw new FeaturescopeError(
        "input-unreadable",
        `Cannot read ${path}: expected a table as CSV, Parquet or JSON lines in UTF-8, found binary data. Convert it first.`,
      );
    }
    return /^\uFEFF?\s*\{/.test(content.toString("utf8")) ? "jsonl" : "csv";
  }
  throw new FeaturescopeError(
    "input-unreadable",
    `Cannot read ${path}: expected a table, found an empty file. Check the step that writes it.`,
  );
}
