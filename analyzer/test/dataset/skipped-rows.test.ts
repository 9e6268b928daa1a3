import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { path: folder, write } = tableFolder();
const skip = { onBadRows: "skip" } as const;

const ragged = Array.from({ length: 20_000 }, (_, row) => {
  if (row % 1000 === 7) return `${row}`;
  return row % 1000 === 8 ? `${row},x,y,z` : `${row},${row % 2 === 0 ? "even" : "odd"},${2 * row}`;
});
const text = `a,b,c\n${ragged.join("\n")}\n`;

test.each([
  ["plain", text],
  ["packed", gzipSync(text)],
  ["CRLF", text.replaceAll("\n", "\r\n")],
])("rows with too many or too few values are left out and counted: %s", async (name, content) => {
  await withDataset(write(name, content), skip, async (dataset) => {
    expect([dataset.rows, dataset.skippedRows]).toEqual([19_960, 40]);
    expect(kindsOf(dataset)).toEqual({ a: "numeric", b: "categorical", c: "numeric" });
    const [a, c] = [await numbersOf(dataset, "a"), await numbersOf(dataset, "c")];
    expect(a.filter((row) => row! % 1000 === 7 || row! % 1000 === 8)).toEqual([]);
    expect(c).toEqual(a.map((row) => 2 * row!));
    expect(await levelsOf(dataset, "b")).toEqual([
      ["even", 9980],
      ["odd", 9980],
    ]);
  });
});

test("those of several files are counted together, of many columns once", async () => {
  write("part-1.csv", "a,b\n1,2\n3\n");
  write("part-2.csv", "a,b\n1\n4,5,6\n7,8\n");
  await withDataset(`${folder}/part-*.csv`, skip, async (dataset) => {
    expect([dataset.rows, dataset.skippedRows]).toEqual([2, 3]);
    expect(await numbersOf(dataset, "b")).toEqual([2, 8]);
  });
  const columns = Array.from({ length: 1200 }, (_, i) => i);
  const wide = [columns.map((i) => `c${i}`), columns, columns.slice(1), columns].map((row) => row.join(","));
  await withDataset(write("wide.csv", wide.join("\n")), skip, async (dataset) => {
    expect([dataset.rows, dataset.skippedRows]).toEqual([2, 1]);
    expect(await numbersOf(dataset, "c1199")).toEqual([1199, 1199]);
  });
});

test("a file without bad rows loses none; a value whose quote goes wrong within its line is one bad row", async () => {
  await withDataset(write("good.csv", "a,b\n1,2\n"), skip, (dataset) =>
    Promise.resolve(expect([dataset.rows, dataset.skippedRows]).toEqual([1, 0])),
  );
  await withDataset(write("quote.csv", 'a,b\n1,"x"y\n2,z\n'), skip, (dataset) =>
    Promise.resolve(expect([dataset.rows, dataset.skippedRows]).toEqual([1, 1])),
  );
});

test("a quote that swallows the rows after it is refused, not left out as one row", async () => {
  const path = write("swallow.csv", 'a,b\n1,x\n2,"y\n3,z\n4,z\n');
  await expect(openDataset(path, skip)).rejects.toThrow(/line 3 whose quote is not closed/);
});
