import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeDistribution } from "../../src/artifact/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, readJson, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();

async function report(data: string, ...more: string[]): Promise<string> {
  const out = newPath(folder);
  const { code, stderr } = await featurescope("analyze", "--data", data, "--out", out, "--quiet", ...more);
  expect([code, stderr]).toEqual([0, ""]);
  return out;
}

test("a million different categories, and values of a megabyte, are counted exactly and are a small report", async () => {
  const many = join(folder, "many.csv");
  writeFileSync(many, `id\n${Array.from({ length: 1_000_000 }, (_, i) => `customer-${i}`).join("\n")}\n`);
  const ids = await report(many);
  expect(statisticsOf(ids, "id")).toMatchObject({
    status: "ok",
    rows: 1_000_000,
    distinct: 1_000_000,
    distinctError: 0,
    identifierLike: true,
    finding: { code: "identifier-like" },
  });
  const [, listed] = manifestOf(ids)
    .files.map(({ bytes }) => bytes)
    .toSorted((a, b) => b - a);
  expect(listed).toBeLessThan(1_000_000);

  const long = "x".repeat(1_000_000);
  const letters = await report(table(folder, [["letter"], [`${long}1`], [`${long}2`], [`${long}1`]]));
  expect(statisticsOf(letters, "letter")).toMatchObject({ status: "ok", distinct: 2 });
  const { levels } = decodeDistribution(readJson(letters, "features", "letter", "distribution.json"));
  expect(levels!.map(({ current }) => current)).toEqual([2, 1]);
  expect(Math.max(...manifestOf(letters).files.map(({ bytes }) => bytes))).toBeLessThan(200_000);
}, 300_000);

test("decimals, 64-bit integers and points in time keep their figures", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => [
    (i / 100).toFixed(2),
    `${2n ** 60n + BigInt(i) * 2n ** 9n}`,
    new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString().replace("Z", "+02:00"),
    `2026-01-${String(1 + (i % 31)).padStart(2, "0")}`,
  ]);
  const out = await report(table(folder, [["amount", "id", "at", "day"], ...rows]), "--no-pictures");
  expect(manifestOf(out).features.map(({ kind, status }) => [kind, status])).toEqual([
    ["numeric", "ok"],
    ["numeric", "ok"],
    ["datetime", "ok"],
    ["datetime", "ok"],
  ]);
  expect(statisticsOf(out, "amount")).toMatchObject({ min: 0, p50: 1.495, max: 2.99, distinct: 300 });
  expect(statisticsOf(out, "id")).toMatchObject({ min: 2 ** 60, max: 2 ** 60 + 299 * 512, distinct: 300 });
  const start = Date.UTC(2025, 11, 31, 22);
  expect(statisticsOf(out, "at")).toMatchObject({
    min: start,
    max: start + 299 * 3_600_000,
    finding: { code: "time-span", arguments: { oldest: start, newest: start + 299 * 3_600_000 } },
  });
  const { histogram } = decodeDistribution(readJson(out, "features", "at", "distribution.json"));
  expect(histogram).toMatchObject({ scale: "time", current: { underflow: 0, overflow: 0 } });
  expect(histogram!.current.counts.reduce((sum, count) => sum + count, 0)).toBe(300);
});
