import type { DatasetOptions } from "../../src/dataset/dataset-options.js";
import type { Dataset } from "../../src/dataset/dataset.js";
import { openDataset } from "../../src/dataset/open-dataset.js";

/** Opens a source, hands it to a function and closes it. */
export async function withDataset<Result>(
  source: string,
  options: DatasetOptions,
  use: (dataset: Dataset) => Promise<Result>,
): Promise<Result> {
  const dataset = await openDataset(source, options);
  try {
    return await use(dataset);
  } finally {
    await dataset.close();
  }
}

/** All rows of a numeric or datetime column; null where missing. */
export async function numbersOf(dataset: Dataset, name: string): Promise<(number | null)[]> {
  const all: (number | null)[] = [];
  for await (const { rows, columns } of dataset.batches([name])) {
    const { values, validity } = columns.get(name)!;
    for (let row = 0; row < rows; row++)
      all.push(((validity?.[row >> 3] ?? 0xff) >> (row & 7)) & 1 ? values[row]! : null);
  }
  return all;
}

/** All levels of a categorical or boolean column with their rows, in their order. */
export async function levelsOf(dataset: Dataset, name: string): Promise<[string | null, number][]> {
  const all: [string | null, number][] = [];
  for await (const levels of dataset.levels(name))
    all.push(...levels.map(({ value, count }) => [value, count] as [string | null, number]));
  return all;
}

/** Kinds of all columns by name. */
export function kindsOf(dataset: Dataset): Record<string, string> {
  return Object.fromEntries(dataset.columns.map(({ name, kind }) => [name, kind]));
}
