import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.js";
import { DEFAULT_LIMITS, decodeDistribution, type FrozenReference } from "../../../src/artifact/index.js";
import type { ChartDocuments } from "../../../src/chart/index.js";
import { levelCapacity } from "../../../src/chart/levels/level-capacity.js";
import { levelRows } from "../../../src/chart/levels/level-rows.js";
import { readReference } from "../../../src/report/read/read-reference.js";
import { readJson, statisticsOf } from "../../cli/tables.js";
import { temporaryFolder } from "../../temporary-folder.js";

const folder = temporaryFolder();
const ROWS = 1200;

/** A file with one column, whose levels are as frequent as each other. */
function levels(name: string, letters: string, count: number): string {
  const path = join(folder, `${name}.csv`);
  const lines = Array.from({ length: ROWS }, (_, row) => `${letters[row % letters.length]}${row % count}`);
  writeFileSync(path, ["level", ...lines, ""].join("\n"));
  return path;
}

async function analyzed(data: string, reference: FrozenReference | null): Promise<string> {
  const out = `${data}-report`;
  const request = {
    data,
    dataset: {},
    features: null,
    timeColumn: null,
    pipeline: "credit",
    run: "levels",
    window: null,
    out,
    pictures: [],
    configuration: { note: {}, thresholds: DEFAULT_LIMITS, features: new Map() },
  };
  await analyze(request, reference, { onRows: () => undefined, onFeature: () => undefined });
  return out;
}

async function compared(now: string, before: string): Promise<ChartDocuments> {
  const report = await analyzed(now, await readReference(await analyzed(before, null)));
  return {
    statistics: statisticsOf(report, "level"),
    distribution: decodeDistribution(readJson(report, "features", "level", "distribution.json")),
  };
}

test.each([
  ["the same", "a", "a", 4],
  ["all replaced", "a", "b", 4],
  ["half of them kept", "ab", "ac", 4],
  ["as many as have a line, all replaced", "a", "b", 12],
  ["more than have a line, all replaced", "a", "b", 20],
])("every row of either side is in a line: %s", async (name, before, now, count) => {
  const documents = await compared(levels("now", now, count), levels("before", before, count));
  const rows = levelRows(documents, false, false);
  const sum = (side: "current" | "reference"): number =>
    rows.reduce((total, row) => total + (row[side] ?? 0), 0);
  expect([name, sum("current"), sum("reference")]).toEqual([name, ROWS, ROWS]);
  const room = levelCapacity(documents.statistics, false);
  expect(rows).toHaveLength(room.levels + Number(room.other) + Number(room.missing));
});

test("a card has a line for the levels that have none of their own: nobody can ask it for them", async () => {
  const documents = await compared(levels("now", "a", 20), levels("before", "a", 20));
  expect(levelRows(documents, true, false).map(({ type }) => type)).not.toContain("other");
  const rows = levelRows(documents, true, false, true);
  expect(rows.map(({ value }) => value).at(-1)).toBe("12");
  expect(rows.reduce((total, row) => total + row.current, 0)).toBe(ROWS);
});
