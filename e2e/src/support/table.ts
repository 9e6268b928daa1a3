import { writeFile } from "node:fs/promises";

/** A row of the test's table. */
export interface Row {
  amount: number | null;
  segment: string;
}

/** Numbers in [0, 1) by Park and Miller's generator: the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/**
 * Draws rows: an amount that is missing, zero or spread around a middle, and a segment.
 * @param middle around which the amounts lie
 * @param missing share of rows without an amount, 0 to 1
 */
export function drawRows(rows: number, middle: number, missing: number, seed: number): Row[] {
  const random = seeded(seed);
  return Array.from({ length: rows }, () => {
    const spread = random() + random() + random() - 1.5;
    const drawn = random() < 0.2 ? 0 : Number((middle + 20 * spread).toFixed(2));
    const amount = random() < missing ? null : drawn;
    const segment = ["retail", "small business", "student"][Math.floor(3 * random() ** 2)] ?? "";
    return { amount, segment };
  });
}

/** Writes rows as CSV, with the first row's names as its header; null is an empty field. */
export async function writeRows(path: string, rows: readonly object[]): Promise<void> {
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => cell ?? "")
      .join(","),
  );
  await writeFile(path, `${[Object.keys(rows[0] ?? {}).join(","), ...lines].join("\n")}\n`);
}
