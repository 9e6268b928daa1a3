/** What a file is whose content begins so, and what makes a table of it. */
const KNOWN: readonly (readonly [start: string, found: string])[] = [
  ["\u00ff\u00fe", "UTF-16. Convert it first: iconv -f utf-16 -t utf-8."],
  ["\u00fe\u00ff", "UTF-16. Convert it first: iconv -f utf-16 -t utf-8."],
  ["\u0028\u00b5\u002f\u00fd", "a file packed by zstd. Unpack it first: zstd -d."],
  ["BZh", "a file packed by bzip2. Unpack it first: bzip2 -dk."],
  ["\u00fd7zXZ", "a file packed by xz. Unpack it first: xz -dk."],
  ["PK\u0003\u0004", "a ZIP file, as Excel's are, too. Unpack it first, or save the sheet as CSV in UTF-8."],
  ["\u00d0\u00cf\u0011\u00e0", "an Excel file. Save the sheet as CSV in UTF-8."],
  ["ARROW1", "an Arrow file. Write it as Parquet."],
  ["ORC", "an ORC file. Write it as Parquet."],
  ["Obj\u0001", "an Avro file. Write it as Parquet."],
  ["SQLite format 3", "a SQLite database. Write the table as Parquet or CSV."],
  ["\u0080", "a pickle, perhaps. Write it as Parquet: DataFrame.to_parquet."],
];

/** What binary data is found in place of a table, with what to do. @param content its start */
export function sayBinary(content: Buffer): string {
  const text = content.toString("latin1");
  return KNOWN.find(([start]) => text.startsWith(start))?.[1] ?? "binary data. Convert it first.";
}
