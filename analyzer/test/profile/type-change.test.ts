import { expect, test } from "vitest";
import { freezeFeature } from "../../src/profile/freeze-feature.js";
import { withDataset } from "../dataset/read-columns.js";
import { tableFolder } from "../dataset/table-folder.js";
import { profilesOf } from "./profiles-of.js";

const { writeParquet } = tableFolder();

const NAMES = ["a", "b", "c"];

function writeRows(name: string, columns: string): Promise<string> {
  return writeParquet(name, `SELECT ${columns} FROM range(1000) rows(i)`);
}

async function profilesAgainst(reference: string, current: string) {
  const first = await withDataset(reference, {}, (dataset) => profilesOf(dataset, NAMES));
  const frozen = new Map([...first].map(([name, profile]) => [name, freezeFeature(profile)]));
  const profiles = await withDataset(current, {}, (dataset) => profilesOf(dataset, NAMES, frozen));
  return NAMES.map((name) => {
    const { kind, status, statistics, counts } = profiles.get(name)!;
    const missing = frozen.get(name)!.bins.findIndex(({ type }) => type === "missing");
    const rows = counts?.bins.reduce((sum, count) => sum + count, 0);
    return { kind, status, nan: statistics.nan, rows, missing: counts?.bins[missing] };
  });
}

test("a column that has a type and no value goes with a reference of any kind, and any column with such a reference", async () => {
  const none = await writeRows("none", "NULL::BIGINT AS a, 'NaN'::DOUBLE AS b, NULL::VARCHAR AS c");
  const some = await writeRows("some", "'l' || i % 3 AS a, i % 2 = 0 AS b, i % 3 AS c");
  expect(await profilesAgainst(some, none)).toEqual([
    { kind: "categorical", status: "empty", nan: 0, rows: 1000, missing: 1000 },
    { kind: "boolean", status: "empty", nan: 1000, rows: 1000, missing: 1000 },
    { kind: "numeric", status: "empty", nan: 0, rows: 1000, missing: 1000 },
  ]);
  expect(await profilesAgainst(none, some)).toEqual([
    { kind: "categorical", status: "ok", nan: 0, rows: 1000, missing: 0 },
    { kind: "boolean", status: "ok", nan: 0, rows: 1000, missing: 0 },
    { kind: "numeric", status: "ok", nan: 0, rows: 1000, missing: 0 },
  ]);
});
