import { cannotRead } from "./cannot-read.js";
import type { DatasetFormat } from "./dataset-options.js";
import { isGzip } from "./file-head.js";
import { findFormat } from "./find-format.js";

const NAMES = { csv: "CSV", parquet: "Parquet", jsonl: "JSON lines" } as const;

/**
 * The format of files that are read as one table, by their first bytes.
 * @param given their format, where it is known; null to find it
 * @throws FeaturescopeError `input-unreadable` where two differ, be it that one of them is packed by gzip: DuckDB takes all of
 * them for what the first is
 */
export async function commonFormat(
  [first = "", ...others]: readonly string[],
  given: DatasetFormat | null,
): Promise<DatasetFormat> {
  const look = async (path: string) => ({
    format: given ?? (await findFormat(path)),
    isPacked: await isGzip(path),
  });
  const { format, isPacked } = await look(first);
  for (const path of others) {
    const other = await look(path);
    if (other.format === format && other.isPacked === isPacked) continue;
    throw cannotRead(
      path,
      `expected the format of ${first}, which is ${say(format, isPacked)}, found ${say(other.format, other.isPacked)}. Read files of different formats separately, by a pattern such as *.csv.gz.`,
    );
  }
  return format;
}

function say(format: DatasetFormat, isPacked: boolean): string {
  return isPacked ? `${NAMES[format]} packed by gzip` : NAMES[format];
}
