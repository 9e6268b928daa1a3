import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { decodeReference, type FrozenReference } from "../../src/artifact/index.js";
import { freezeReference } from "../../src/freeze-reference.js";
import { sha256 } from "../../src/report/sha256.js";
import { table } from "../cli/tables.js";
import { withDataset } from "../dataset/read-columns.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();
const ROWS = 400;
const COLUMNS: Record<string, (row: number) => unknown> = {
  income: (row) => (row % 9 === 0 ? "" : (row * 7919) % 1009),
  debt: (row) => (row % 3 === 0 ? 0 : row % 50 === 1 ? "inf" : row ** 1.7),
  job: (row) => ["clerk", "driver", "nurse", "", `rare-${row}`][row % 5],
  owner: (row) => row % 7 === 0,
  opened: (row) => new Date(Date.UTC(2026, 0, 1 + (row % 90))).toISOString(),
  same: () => 5,
  none: () => "",
};
const NAMES = Object.keys(COLUMNS);

let written: string;
const reference = (): FrozenReference => JSON.parse(written) as FrozenReference;
const decode = (document: unknown): FrozenReference => decodeReference(document, sha256);

beforeAll(async () => {
  const rows = Array.from({ length: ROWS }, (_, row) => NAMES.map((name) => COLUMNS[name]!(row)));
  const window = { start: "2026-01-01T00:00:00.000Z", end: "2026-04-01T00:00:00.000Z" };
  const frozen = await withDataset(table(folder, [NAMES, ...rows]), {}, (dataset) =>
    freezeReference(dataset, NAMES, window, () => {}),
  );
  written = JSON.stringify(frozen);
});

test("a reference of every kind is decoded to itself", () => {
  expect(decode(reference())).toEqual(reference());
  expect(
    reference()
      .features.map(({ kind }) => kind)
      .join(),
  ).toBe("numeric,numeric,categorical,boolean,datetime,numeric,unknown");
});

const [INCOME, DEBT, JOB] = [0, 1, 2];

test.each<[string, (damaged: FrozenReference) => void, string]>([
  [
    "emptied bins",
    ({ features }) => (features[DEBT]!.bins = []),
    "features[1].bins: expected the rows of all bins of debt to be 400, found 0",
  ],
  [
    "a count that does not add up",
    ({ features }) => features[JOB]!.bins[0]!.reference++,
    "features[2].bins: expected the rows of all bins of job to be 400, found 401",
  ],
  [
    "a negative count",
    ({ features }) => (features[JOB]!.bins[0]!.reference = -1),
    "features[2].bins[0].reference: expected a whole number of 0 or more, found -1",
  ],
  [
    "rows that moved between bins",
    ({ features }) => (features[JOB]!.bins[0]!.reference--, features[JOB]!.bins[1]!.reference++),
    "features[2].referenceId: expected ",
  ],
  [
    "edges that do not ascend",
    ({ features }) => features[INCOME]!.histogram!.edges.reverse(),
    "features[0].histogram.edges[1]: expected more than ",
  ],
  [
    "a lost count",
    ({ features }) => features[INCOME]!.histogram!.counts.pop(),
    "features[0].histogram.counts: expected the number of counts of income to be 48, found 47",
  ],
  [
    "a count of the histogram",
    ({ features }) => features[INCOME]!.histogram!.underflow++,
    "features[0].histogram: expected the rows that are no points of income to be 355, found 356",
  ],
  [
    "bins in another order",
    ({ features }) => features[INCOME]!.bins.reverse(),
    "features[0].bins[2].low: expected null, found ",
  ],
  [
    "cells that do not ascend",
    ({ features }) => features[INCOME]!.cells!.edges.reverse(),
    "features[0].cells.edges[1]: expected more than ",
  ],
  [
    "a row more in the cells",
    ({ features }) => features[INCOME]!.cells!.above++,
    "features[0].cells: expected the rows of all cells of income to be 355, found 356",
  ],
  [
    "a level twice",
    ({ features }) => (features[JOB]!.levels![1] = features[JOB]!.levels![0]!),
    'features[2].levels[1].value: expected each level once, found "clerk"',
  ],
  [
    "more rows with levels than rows",
    ({ features }) => (features[JOB]!.levels![0]!.count = 399),
    "features[2].levels: expected at most 320 rows in all levels, found ",
  ],
  [
    "a missing row more",
    ({ features }) => features[INCOME]!.statistics.missing++,
    "features[0].statistics: expected finite, missing and infinite rows of income to be 400, found 401",
  ],
  [
    "another kind",
    ({ features }) => (features[INCOME]!.kind = "categorical"),
    "features[0].referenceId: expected ",
  ],
  [
    "a feature twice",
    ({ features }) => features.push(features[JOB]!),
    'features[7].name: expected a name other than that of features[2], found "job"',
  ],
  ["a feature less", ({ features }) => features.pop(), "id: expected "],
  [
    "other rows",
    (damaged) => damaged.rows--,
    "features[0].statistics.rows: expected the rows of income to be 399, found 400",
  ],
  [
    "a window that ends before it begins",
    ({ window }) => (window!.end = "2025-01-01"),
    'window.end: expected a time after 2026-01-01T00:00:00.000Z, found "2025-01-01"',
  ],
])("a reference with %s is refused, and told where", (_, damage, said) => {
  const damaged = reference();
  damage(damaged);
  expect(() => decode(damaged)).toThrow(said);
});

test("no count and no edge of bins or histogram can be altered unseen", () => {
  const known = reference().features.filter(({ kind }) => kind !== "unknown");
  const numbers = known.flatMap(({ bins, histogram }, feature) => [
    ...bins.flatMap((_, bin) => ["reference", "low", "high"].map((name) => [feature, "bins", bin, name])),
    ...(histogram?.edges ?? []).map((_, edge) => [feature, "histogram", "edges", edge]),
    ...(histogram?.counts ?? []).map((_, count) => [feature, "histogram", "counts", count]),
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...numbers), fc.integer({ min: -5, max: 500 }), (path, value) => {
      const damaged = reference();
      let target = damaged.features as unknown as Record<string | number, unknown>;
      for (const name of path.slice(0, -1)) target = target[name] as Record<string | number, unknown>;
      fc.pre(target[path.at(-1)!] !== value);
      target[path.at(-1)!] = value;
      expect(() => decode(damaged)).toThrow(/^features\[\d\].*: expected .*, found /);
    }),
  );
});
