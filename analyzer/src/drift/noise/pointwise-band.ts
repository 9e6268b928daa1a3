import { shareNoise } from "./share-noise.js";

/**
 * Half width of the band in which the difference of a bin's two shares stays in 95 of 100 cases without drift:
 * 1.96·√(p̄(1 − p̄)(1/N + 1/M)), p̄ the pooled share. Pointwise: of 50 bins two or three leave it by chance.
 * @param r the bin's rows in the reference
 * @param c the bin's current rows
 * @param n all rows of the reference
 * @param m all current rows
 * @returns a share, 0 to 1; 0 where a side has no rows
 */
export function pointwiseBand(r: number, c: number, n: number, m: number): number {
  return shareNoise((r + c) / (n + m), n, m, 1.96);
}
