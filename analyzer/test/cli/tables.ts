import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  decodeManifest,
  decodeStatistics,
  type Manifest,
  type StatisticsDocument,
} from "../../src/artifact/index.js";

let files = 0;

/** A path in a folder that nothing is at yet. */
export function newPath(folder: string): string {
  return join(folder, `file-${++files}`);
}

/** Writes a CSV file and gives its path. */
export function table(folder: string, lines: readonly (readonly unknown[])[]): string {
  const path = `${newPath(folder)}.csv`;
  writeFileSync(path, lines.map((line) => `${line.join(",")}\n`).join(""));
  return path;
}

/** A table of applications: ages from 15 below a centre to 15 above, incomes of which every so manieth is missing, three jobs. */
export function applications(folder: string, rows: number, centre: number, missingEvery: number): string {
  const line = (index: number): unknown[] => [
    centre + ((index * 7919) % 31) - 15,
    index % missingEvery === 0 ? "" : ((index * 104_729) % 9973) / 7,
    ["clerk", "driver", "nurse"][(index * 31) % 3],
  ];
  return table(folder, [
    ["age", "income", "job"],
    ...Array.from({ length: rows }, (_, index) => line(index)),
  ]);
}

/** A JSON file. */
export function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

/** The manifest of a report, decoded. */
export function manifestOf(report: string): Manifest {
  return decodeManifest(readJson(report, "manifest.json"));
}

/** The statistics of a feature in a report, decoded. */
export function statisticsOf(report: string, key: string): StatisticsDocument {
  return decodeStatistics(readJson(report, "features", key, "statistics.json"));
}
