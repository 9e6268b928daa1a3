import { writeFileSync } from "node:fs";

/** What of the rows of `rowsFile` moves. */
export interface Draw {
  seed: number;
  rows: number;
  /** Whether amounts are larger, ages lower, a channel gone and another one new. */
  moved: boolean;
}

const CHANNELS = ["app", "web", "branch", "partner", "telesales", "kiosk", "post", "mail", "fair", "shop"];

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Writes seeded rows as CSV: `amount` (linear), `spent` (logarithmic beside zeros and missing ones), `age` (integers), `flag`
 * (0 and 1 only), `channel` (levels), `member` (true and false), `at` (times) and `fixed` (amounts in the reference, else 7).
 */
export function rowsFile(path: string, { seed, rows, moved }: Draw): void {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lines = Array.from({ length: rows }, () => {
    const amount = 50_000 + (moved ? 8000 : 0) + 12_000 * normal();
    const spent = random() < 0.5 ? 0 : Math.exp(8 + (moved ? 0.5 : 0) + 1.2 * normal()).toFixed(2);
    const channel = CHANNELS[Math.floor(10 * random() ** 2)] ?? "app";
    const start = Date.UTC(2026, 9, 1) + (moved ? 86_400_000 * 5 : 0);
    return [
      amount.toFixed(1),
      random() < (moved ? 0.05 : 0.01) ? "" : spent,
      Math.max(18, Math.round(40 - (moved ? 4 : 0) + 9 * normal())),
      random() < 0.3 ? 1 : 0,
      moved && channel === "telesales" ? "livestream" : channel,
      random() < 0.6,
      new Date(start + Math.floor(random() * 86_400_000 * 20)).toISOString(),
      moved ? 7 : (normal() * 3).toFixed(2),
    ].join(",");
  });
  writeFileSync(path, `amount,spent,age,flag,channel,member,at,fixed\n${lines.join("\n")}\n`);
}
