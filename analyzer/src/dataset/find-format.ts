import { cannotRead } from "./cannot-read.js";
import type { DatasetFormat } from "./dataset-options.js";
import { contentOf, startOf } from "./file-head.js";
import { sayBinary } from "./say-binary.js";

/**
 * The format of a file by its first bytes, whatever its name: `PAR1` is Parquet, text (also packed by gzip) that begins with a
 * brace is JSON lines, any other text is CSV.
 * @throws FeaturescopeError `input-unreadable` for a binary file, and for one JSON list, whose objects would pass for names of columns
 */
export async function findFormat(path: string): Promise<DatasetFormat> {
  if ((await startOf(path, 4)).toString("latin1") === "PAR1") return "parquet";
  for await (const content of contentOf(path)) {
    if (content.includes(0)) {
      throw cannotRead(
        path,
        `expected a table as CSV, Parquet or JSON lines in UTF-8, found ${sayBinary(content)}`,
      );
    }
    const text = content.toString("utf8");
    if (/^\uFEFF?\s*\[\s*\{/.test(text)) {
      throw cannotRead(
        path,
        "expected JSON lines, one object per line, found a list of objects. Convert it first: jq -c '.[]'.",
      );
    }
    return /^\uFEFF?\s*\{/.test(text) ? "jsonl" : "csv";
  }
  return "csv";
}

/** Whether a file, unpacked where it is gzip, holds nothing but white space. */
export async function isEmptyFile(path: string): Promise<boolean> {
  for await (const content of contentOf(path)) if (!isBlank(content)) return false;
  return true;
}

function isBlank(content: Buffer): boolean {
  return /^\uFEFF?\s*$/.test(content.toString("utf8"));
}
