import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { scanText } from "../../src/dataset/csv/scan-text.js";
import { Database } from "../../src/dataset/database.js";
import { diskFault } from "../../src/dataset/disk-fault.js";
import { openDataset } from "../../src/dataset/open-dataset.js";
import { readError } from "../../src/dataset/read-error.js";
import { withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { path: folder, write, writeParquet } = tableFolder();

let broken: string;
beforeAll(async () => {
  const whole = await writeParquet("whole.parquet", "SELECT range AS a FROM range(10000)");
  broken = write("broken.parquet", readFileSync(whole).subarray(0, 5000));
});

test.each([
  ["a missing file", () => join(folder, "nothing.csv"), /expected a file, found none/],
  ["a pattern without files", () => join(folder, "nothing*.csv"), /expected a file, found none/],
  ["a folder", () => folder, /expected a file, found a folder/],
  [
    "binary data",
    () =>
      write(
        "binary",
        Uint8Array.from({ length: 999 }, (_, i) => i * 7),
      ),
    /found binary data/,
  ],
  ["a short row", () => write("short.csv", "a,b,c\n1,2,3\n4,5\n"), /expected 3 values in line 3, found 2/],
  ["a long row", () => write("extra.csv", "a,b\n1,2\n3,4,5\n"), /expected 2 values in line 3, found 3/],
  [
    "Latin-1",
    () => write("latin", Uint8Array.from([...Buffer.from("a,b\n1,caf"), 0xe9, 10])),
    /expected UTF-8 .* line 2 .*iconv -f windows-1252/,
  ],
  [
    "lines of two files that end differently",
    () => write("ends.csv", "a,b\r\n1,2\n3,4\r\n"),
    /lines that all end alike, found text that cannot be cut .*; end each line with LF, or each with CRLF;/,
  ],
  [
    "quotes as Spark writes them",
    () => write("spark.csv", 'a,b\n1,"x\\"y"\n2,z\n'),
    /cannot be cut into rows, near line 2\. Within a value write a quote twice, not as \\";/,
  ],
  [
    "UTF-16, as Excel writes it",
    () => write("utf16", Uint8Array.from([0xff, 0xfe, ...Buffer.from("a\tb\n1\t2\n", "utf16le")])),
    /found UTF-16\. Convert it first: iconv -f utf-16 -t utf-8\.$/,
  ],
  [
    "an Excel file",
    () => write("sheet.xlsx", Uint8Array.from([...Buffer.from("PK"), 3, 4, 20, 0, 6, 0])),
    /found a ZIP file, as Excel's are, too\. Unpack it first, or save the sheet as CSV/,
  ],
  [
    "what zstd packed",
    () => write("packed.csv.zst", Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0, 1, 0])),
    /found a file packed by zstd\. Unpack it first: zstd -d\.$/,
  ],
  [
    "Chinese of another encoding",
    () => write("gb18030.csv", Uint8Array.from([...Buffer.from("a\n"), 0xc4, 0xea, 0xc1, 0xe4, 10])),
    /expected UTF-8 .* line 2 .*iconv -f windows-1252 -t utf-8, or -f gb18030 where it is Chinese\.$/,
  ],
  [
    "a broken JSON line",
    () => write("broken.jsonl", '{"a":1}\n{"a":tru}\n{"a":3}\n'),
    /expected one JSON object per line, found other text near line 2, byte 6 \(invalid literal\)\. Correct/,
  ],
  [
    "a JSON object over several lines",
    () => write("pretty.json", '{\n  "a": 1\n}\n'),
    /expected one JSON object per line, .* line 1, /,
  ],
  [
    "a JSON list of objects",
    () => write("list.json", '[\n  {"a":1},\n  {"a":2}\n]\n'),
    /expected JSON lines, one object per line, found a list of objects/,
  ],
  [
    "an unknown address",
    () => "ftp://host/rows.parquet",
    /expected a file, a pattern.*, found another address/,
  ],
  [
    "half a gzip file",
    () => {
      const rows = Array.from({ length: 9000 }, (_, row) => `${row},${(row * 7919) % 1009}\n`);
      return write("half.csv.gz", gzipSync(`a,b\n${rows.join("")}`).subarray(0, 9000));
    },
    /half\.csv\.gz: expected a whole gzip file, found one that is cut off or damaged \(unexpected end of file\)\. Write/,
  ],
  [
    "JSON lines after a byte order mark",
    () => write("bom.jsonl", '\uFEFF{"a":1}\n{"a":2}\n'),
    /found a byte order mark before the first\. Take it off: sed -i '1s\/\^\\xEF\\xBB\\xBF\/\/'\.$/,
  ],
  ["half a Parquet file", () => broken, /expected a whole Parquet file/],
])("%s is refused with what was expected and found", async (_, path, message) => {
  const error = await openDataset(path(), {}).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: "input-unreadable",
    message: expect.stringMatching(message) as string,
  });
});

test("bytes that are no UTF-8 are found wherever they are, in columns that nothing reads and in packed files too", async () => {
  const lines = Array.from({ length: 300_000 }, (_, row) => `${row},caf`);
  const text = Buffer.from(`a,b\n${lines.join("\n")}\n`);
  const at = text.indexOf("250000,caf");
  const foreign = Buffer.concat([text.subarray(0, at + 10), Buffer.of(0xe9), text.subarray(at + 10)]);
  for (const path of [write("late-latin.csv", foreign), write("late-latin.csv.gz", gzipSync(foreign))]) {
    await expect(openDataset(path, {})).rejects.toThrow(
      /expected UTF-8 text, found other bytes in line 250002/,
    );
  }
  const jsonLines = '{"a":"é"}\n'.repeat(3);
  await expect(openDataset(write("latin.jsonl", Buffer.from(jsonLines, "latin1")), {})).rejects.toThrow(
    /in line 1 /,
  );
});

test("text of several bytes a sign is UTF-8 wherever it is cut into pieces", async () => {
  for (const pad of [0, 1, 2, 3]) {
    const line = `${"x".repeat(pad)}年龄😀é`;
    const path = write(`signs-${pad}.csv`, `a\n${`${line}\n`.repeat(100_000)}`);
    await scanText(path);
    expect(await withDataset(path, {}, ({ rows }) => Promise.resolve(rows))).toBe(100_000);
  }
});

test("of several files the one at fault is named", async () => {
  write("part-1.csv", "a,b\n1,2\n");
  write("part-2.csv", "a,b\n1,2\n3\n");
  await expect(openDataset(join(folder, "part-*.csv"), {})).rejects.toThrow(
    /part-2.csv: expected 2 values in line 3, found 1/,
  );
});

test("a ragged row late in a large file is found by its line", async () => {
  const lines = Array.from({ length: 50_000 }, (_, row) => (row === 40_000 ? "1" : "1,2"));
  await expect(openDataset(write("late-ragged.csv", `a,b\n${lines.join("\n")}\n`), {})).rejects.toThrow(
    /line 40002/,
  );
});

test("rows that the database's memory does not hold are told as such", async () => {
  const database = await Database.open();
  const error: unknown = await database.rows("SELECT list(i) FROM range(100000000) AS r(i)").catch((e) => e);
  database.close();
  expect(readError("rows.csv", error).message).toBe(
    "Cannot read rows.csv: expected rows that 256 MB hold while they are sorted or counted, found more. Analyse fewer columns at a time with --features.",
  );
});

test.each(["File too large", "Disk quota exceeded"])(
  "a limit on what may be written (%s) is no fault of the rows",
  (limit) => {
    const message = `IO Error: Could not write file "/tmp/featurescope-1/0.parquet": ${limit}`;
    for (const error of [
      readError("rows.csv", new Error(message)),
      diskFault("rows.csv", new Error(message)),
    ])
      expect(error?.message).toMatch(
        /found a limit on how much may be written\. Raise it \(ulimit -f, a quota\)/,
      );
  },
);
