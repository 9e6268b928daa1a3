import { expect, test } from "vitest";
import type { DatasetOptions } from "../../src/dataset/dataset-options.js";
import { freezeReference } from "../../src/freeze-reference.js";
import { featureNames } from "../../src/report/run/feature-names.js";
import { withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write, writeParquet } = tableFolder();
const INDEX = "__index_level_0__";
const path = await writeParquet(
  "pandas.parquet",
  `SELECT i % 50 AS age, i AS ${INDEX} FROM range(300) rows(i)`,
);
const LEFT_OUT = `${INDEX}, the index that pandas writes, is left out: --features with its name has it`;

function read(
  options: DatasetOptions,
  source = path,
): Promise<{ columns: string[]; notes: readonly string[] }> {
  return withDataset(source, options, ({ columns, notes }) =>
    Promise.resolve({ columns: columns.map(({ name }) => name), notes }),
  );
}

test("the index that pandas writes into a Parquet file is no feature, and that is said", async () => {
  expect(await read({})).toEqual({ columns: ["age"], notes: [LEFT_OUT] });
  expect(await read({ features: ["age"] })).toEqual({ columns: ["age"], notes: [] });
});

test("it is a column like others where it is asked for, has a kind, or tells the time", async () => {
  for (const options of [
    { features: ["age", INDEX] },
    { kinds: new Map([[INDEX, "categorical"]] as const) },
    { timeColumn: INDEX },
  ]) {
    expect(await read(options)).toEqual({ columns: ["age", INDEX], notes: [] });
  }
});

const csv = write("pandas.csv", ",,Unnamed: 0,age,\n0,a,0,34,x\n1,b,1,35,y\n");

test("so are the columns that CSV begins with and gives no name, and the index that pandas has read from there", async () => {
  expect(await read({}, csv)).toEqual({
    columns: ["age", "column_5"],
    notes: [
      "column_1 (without a name), column_2 (without a name), Unnamed: 0, the index that pandas writes, is left out: --features with its name has it",
    ],
  });
  expect(await read({ features: ["age"] }, csv)).toMatchObject({ notes: [] });
  for (const options of [
    { features: ["column_2", "age"] },
    { kinds: new Map([["column_2", "categorical"]] as const) },
    { timeColumn: "column_2" },
  ]) {
    const { columns } = await read(options, csv);
    expect(columns).toEqual(["column_2", "age", "column_5"]);
  }
});

test("a CSV file without any name keeps its columns", async () => {
  const { columns } = await read({}, write("nameless.csv", ",\n1,2\n3,4\n"));
  expect(columns).toEqual(["column_1", "column_2"]);
});

test("a reference that was frozen with it misses nothing", async () => {
  const names = ["age", INDEX];
  const reference = await withDataset(path, { features: names }, (dataset) =>
    freezeReference(dataset, names, null, () => {}),
  );
  await withDataset(path, {}, (dataset) => {
    expect(featureNames(dataset, { features: null, timeColumn: null }, reference)).toEqual(["age"]);
    return Promise.resolve();
  });
});
