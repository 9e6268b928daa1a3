import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.js";
import { DEFAULT_LIMITS } from "../../src/artifact/index.js";
import { diskFault } from "../../src/dataset/disk-fault.js";
import { profilesOf } from "../profile/profiles-of.js";
import { withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { path: folder, write, writeParquet } = tableFolder();
const temporary = join(folder, "temporary");
mkdirSync(temporary);
process.env["TMPDIR"] = temporary;

/** What may happen to a file while it is read. */
const SPOIL: Record<string, (path: string) => void> = {
  "is gone": (path) => rmSync(path),
  "is cut off": (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  "is all but empty": (path) => truncateSync(path, 3),
  "cannot be read": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};
const spoils = Object.entries(SPOIL);
const FAULT = {
  code: "input-unreadable",
  message: expect.stringMatching(
    /: expected its rows to be there until all is read, found: .*Look at its disk and at that of temporary files \(TMPDIR\), and run again\.$/,
  ),
};
const rows = Array.from({ length: 20_000 }, (_, row) => `${(row * 7919) % 19_997}.5,level ${row % 500}`);
const csv = write("rows.csv", ["number,text", ...rows, ""].join("\n"));

/** The copies that the reader keeps of text. */
function copies(): string[] {
  const names = readdirSync(temporary, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".parquet")).map((name) => join(temporary, name));
}

test.each(spoils)(
  "where a copy of the rows %s, the run is at fault and none of its columns",
  async (_, spoil) => {
    for (const readAhead of [false, true]) {
      for (const name of ["number", "text"]) {
        const read = withDataset(csv, { readAhead }, (dataset) => {
          copies().forEach(spoil);
          return profilesOf(dataset, [name]);
        });
        await expect(read).rejects.toMatchObject(FAULT);
      }
    }
  },
);

test.each(spoils)("the same where a file of the rows itself %s", async (what, spoil) => {
  const path = await writeParquet(`${what}.parquet`, "SELECT i * 1.5 AS number FROM range(9000) rows(i)");
  const read = withDataset(path, {}, (dataset) => {
    spoil(path);
    return profilesOf(dataset, ["number"]);
  });
  await expect(read).rejects.toMatchObject(FAULT);
});

test("an analysis ends with it, and leaves nothing behind", async () => {
  const out = join(folder, "reports", "report");
  const request = {
    data: csv,
    dataset: {},
    features: null,
    timeColumn: null,
    pipeline: "credit",
    run: null,
    window: null,
    configuration: { note: { en: "" }, thresholds: DEFAULT_LIMITS, features: new Map() },
    out,
    pictures: [],
  };
  const watcher = { onRows: () => copies().forEach(SPOIL["is gone"]!), onFeature: () => {} };
  await expect(analyze(request, null, watcher)).rejects.toMatchObject(FAULT);
  expect(readdirSync(join(folder, "reports"))).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
});

test("damage within one column stays with it", async () => {
  const path = await writeParquet(
    "damaged.parquet",
    "SELECT i * 1.37::DOUBLE AS bad, i % 40 AS good FROM range(100000) rows(i)",
  );
  const profiles = await withDataset(path, {}, (dataset) => {
    writeFileSync(path, readFileSync(path).fill(0, 1000, 100_000));
    return profilesOf(dataset, ["bad", "good"]);
  });
  expect([...profiles].map(([name, { status }]) => [name, status])).toEqual([
    ["bad", "failed"],
    ["good", "ok"],
  ]);
});

test.each([
  'IO Error: Could not read from file "rows.parquet": Input/output error',
  'IO Error: Could not write file "0.parquet": No space left on device',
  "Out of Memory Error: failed to offload data block of size 256.0 KiB",
])("%s is a disk's", (message) => {
  expect(diskFault("rows.csv", new Error(message))).toMatchObject({
    code: "input-unreadable",
    message: expect.stringMatching(/^Cannot read rows.csv: expected .*TMPDIR/),
  });
});

test.each([
  "Conversion Error: Could not convert string 'x' to DOUBLE",
  "Out of Memory Error: could not allocate",
])("%s is not", (message) => expect(diskFault("rows.csv", new Error(message))).toBeNull());
