import { expect, test } from "vitest";
import { withDataset } from "../read-columns.js";
import { tableFolder } from "../table-folder.js";

const { write } = tableFolder();
const notesOf = (name: string, values: readonly string[]): Promise<readonly string[]> => {
  const path = write(`${name}.csv`, `a;b\n${values.map((value) => `${value};x\n`).join("")}`);
  return withDataset(path, {}, ({ notes }) => Promise.resolve(notes));
};

test("numbers whose point may stand between thousands are told, with such a value", async () => {
  expect(await notesOf("amounts", ["980", "1.250", "", "12.400", "-7", "310.000"])).toEqual([
    'read as numbers with a decimal point: a ("1.250"); where that point stands between thousands, write numbers without it',
  ]);
});

test.each([
  ["fractions of three digits", ["1.250", "3.125", "17.000"]],
  ["fractions below one", ["0.250", "3", "17.125"]],
  ["fractions of some digits", ["1.250", "3", "17.5"]],
  ["whole numbers", ["1", "250", "1000"]],
  ["small whole numbers", ["1", "25", "100"]],
])("not %s", async (name, values) => {
  expect(await notesOf(name, values)).toEqual([]);
});
