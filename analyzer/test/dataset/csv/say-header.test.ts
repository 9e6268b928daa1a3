import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { numbersOf, withDataset } from "../read-columns.js";
import { tableFolder } from "../table-folder.js";

const { write } = tableFolder();
let files = 0;

const notesOf = (lines: readonly string[], options = {}): Promise<readonly string[]> =>
  withDataset(write(`${files++}.csv`, `${lines.join("\n")}\n`), options, (dataset) =>
    Promise.resolve(dataset.notes),
  );

const READS_LIKE_ROW =
  /^the first line \(.*\) names the columns, and reads like a row: if the file has no header, write one, as that row is not analysed$/;

test.each([
  ["numbers", ["34,0.5,12", "35,0.7,13", "36,0.9,14"]],
  ["a number, in a file of one column", ["34.5", "35", "36"]],
  ["a level among numbers", ["39, State-gov,77516", "50, Private,83311", "38, State-gov,1"]],
  ["a point in time and a truth", ["2026-11-01,true", "2026-11-02,false", "2026-11-03,true"]],
  ["a code beside a number", ["A-17,34", "A-9,35", "A-100,36"]],
  ["codes alone", ["cust0001,n1 Street", "cust0002,n12 Street", "cust0003,n7 Street"]],
  ["a code and a level", ["cust0001,x", "cust0002,y", "cust0003,x"]],
  [
    "UUIDs",
    [
      "3f2504e0-4f89-11d3-9a0c-0305e82c3301,x",
      "7c9e6679-7425-40de-944b-e07fc1f90ae7,y",
      "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11,x",
    ],
  ],
  ["years that do not follow each other", ["2010,2015", "1.5,2.5", "3,4"]],
])("a first line of %s is said to read like a row", async (_, lines) => {
  expect(await notesOf(lines)).toEqual([expect.stringMatching(READS_LIKE_ROW)]);
});

test.each([
  ["names", ["age,job,at", "34,clerk,2026-11-01"]],
  ["names that are levels, too", ["job,other", "job,other", "clerk,other"]],
  ["names with digits", ["feature1,feature2", "a,b", "c,d"]],
  ["a name of the form of a code, beside another", ["q1,comment", "x7,good", "x8,bad"]],
  ["a name among codes of many forms", ["id2", "AB-7", "C12"]],
  ["numbers from 0 on, as pandas writes", ["0,1,2", "34,0.5,12", "35,0.7,13"]],
  ["years beside a name", ["country,2019,2020", "NL,1.5,2.5", "FR,3,4"]],
  ["names, and no row", ["1.5,2.5"]],
])("a first line of %s is a header", async (_, lines) => {
  expect(await notesOf(lines)).toEqual([]);
});

test("columns that are not asked for have no part in it", async () => {
  expect(await notesOf(["34,0.5,12", "35,0.7,13"], { features: ["age"] })).toEqual([]);
});

test("a name that stands in the header again is told with what it is read as", async () => {
  expect(await notesOf(["age,job,age,age,", "34,clerk,1,2,3"])).toEqual([
    "the header has age again, read as age_1, age again, read as age_2",
  ]);
});

test.each([";", "\t", "|", ","])(
  "the line by which Excel tells the delimiter %j is none of the table",
  async (sign) => {
    const text = [`sep=${sign}`, `a${sign}b`, `1${sign}x`, `2${sign}y`, ""];
    for (const end of ["\n", "\r\n"]) {
      const content = text.join(end);
      for (const bytes of [content, `\uFEFF${content}`, gzipSync(content)]) {
        const read = withDataset(write(`${files++}.csv`, bytes), {}, async (dataset) => ({
          columns: dataset.columns.map(({ name }) => name),
          notes: dataset.notes,
          a: await numbersOf(dataset, "a"),
        }));
        expect(await read).toEqual({ columns: ["a", "b"], notes: [], a: [1, 2] });
      }
    }
  },
);

test("a ragged row below such a line is named by its own number", async () => {
  const path = write("ragged.csv", "sep=;\na;b\n1;2\n3;4;5\n");
  await expect(withDataset(path, {}, () => Promise.resolve())).rejects.toThrow(
    "expected 2 values in line 4, found 3.",
  );
});

test("files of one table have that line all, or none", async () => {
  write("day-1.csv", "sep=;\na;b\n1;2\n");
  const second = write("day-2.csv", "a;b\n1;2\n");
  await expect(withDataset(second.replace("day-2", "day-*"), {}, () => Promise.resolve())).rejects.toThrow(
    /day-2.csv: expected the same header as in .*day-1.csv, found another/,
  );
});
