import { writeFile } from "node:fs/promises";
import { seededRandom } from "./seeded-random.js";

/** A cell of a table; null is missing. */
type Cell = string | number | boolean | null;

/** Draws one cell after another from a generator of numbers in [0, 1). */
export type Draw = (random: () => number) => Cell;

/** How a column is drawn on the reference's side, and on the current run's. */
export interface DrawnColumn {
  reference: Draw;
  current: Draw;
}

/** Standard normal by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Normal values with four decimals. */
export function gauss(mean: number, std: number): Draw {
  return (random) => +(mean + std * normal(random)).toFixed(4);
}

/** Normal values as whole numbers, none below `least`. */
export function whole(mean: number, std: number, least: number): Draw {
  return (random) => Math.max(least, Math.round(mean + std * normal(random)));
}

/** Whole amounts whose logarithms are normal. */
export function logNormal(median: number, sigma: number): Draw {
  return (random) => Math.round(median * Math.exp(sigma * normal(random)));
}

/** Waiting times with one decimal. */
export function exponential(mean: number): Draw {
  return (random) => +(-mean * Math.log(1 - random())).toFixed(1);
}

/** Always the same. */
export function always(value: Cell): Draw {
  return () => value;
}

/** The first draw for a share of the rows, the second for the rest. */
export function mixed(share: number, some: Draw, others: Draw): Draw {
  return (random) => (random() < share ? some(random) : others(random));
}

/** Points in time of a span, in ISO 8601. */
export function within(start: string, days: number): Draw {
  return (random) => new Date(Date.parse(start) + Math.floor(random() * days * 86_400) * 1000).toISOString();
}

/** Levels with falling weights 1, 1/2, 1/3 …, then those with a weight of their own. */
export function levels(ranked: readonly string[], own: Record<string, number> = {}): Draw {
  const names = [...ranked, ...Object.keys(own)];
  const weights = [...ranked.map((_, rank) => 1 / (rank + 1)), ...Object.values(own)];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (random) => {
    let left = random() * total;
    return names.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? null;
  };
}

/**
 * Writes one side of drawn columns as CSV with a header; missing cells are empty.
 * @param seed the same seed gives the same file
 */
export async function writeTable(
  path: string,
  columns: Record<string, DrawnColumn>,
  side: keyof DrawnColumn,
  rows: number,
  seed: number,
): Promise<void> {
  const random = seededRandom(seed);
  const draws = Object.values(columns).map((column) => column[side]);
  const lines = Array.from({ length: rows }, () => draws.map((draw) => draw(random) ?? "").join(","));
  await writeFile(path, `${[Object.keys(columns).join(","), ...lines].join("\n")}\n`);
}
