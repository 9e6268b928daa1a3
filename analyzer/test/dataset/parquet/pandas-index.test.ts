import { expect, test } from "vitest";
import type { DatasetOptions } from "../../../src/dataset/dataset-options.js";
import { featureNames } from "../../../src/report/run/feature-names.js";
import { freezeReference } from "../../../src/freeze-reference.js";
import { withDataset } from "../read-columns.js";
import { tableFolder } from "../table-folder.js";

const { writeParquet } = tableFolder();
const INDEX = "__index_level_0__";
const path = await writeParquet(
  "pandas.parquet",
  `SELECT i % 50 AS age, i AS ${INDEX} FROM range(300) rows(i)`,
);
const LEFT_OUT = `${INDEX}, the index that pandas writes, is left out: --features with its name has it`;

function read(options: DatasetOptions): Promise<{ columns: string[]; notes: readonly string[] }> {
  return withDataset(path, options, ({ columns, notes }) =>
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
