import type { ValueReader } from "./value-reader.js";

/** 2^14 registers: the standard error is 1.04/√2^14 = 0.8 % of the number. */
const BITS = 14;
const REGISTERS = 2 ** BITS;
/** Standard error of the number, relative to it (Flajolet et al. 2007). */
export const DISTINCT_ERROR = 1.04 / Math.sqrt(REGISTERS);

/** Registers hold ranks up to that of 32 zeros. */
const RANKS = 33;

/**
 * Estimates the number of different values in 16 kB (HyperLogLog): a value's hash chooses a register, which keeps the longest run of leading
 * zeros that it saw in a second hash. The order of rows does not matter, and rows that have a value again change nothing.
 */
export class DistinctSketch implements ValueReader {
  readonly #registers = new Uint8Array(REGISTERS);

  add(values: Float64Array): void {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    const registers = this.#registers;
    for (let i = 0; i < words.length; i += 2) {
      const [low, high] = [words[i]!, words[i + 1]!];
      const register = mix(mix(low ^ 0x9e3779b9) ^ high) & (REGISTERS - 1);
      const rank = Math.clz32(mix(mix(high ^ 0x7f4a7c15) ^ low)) + 1;
      if (rank > registers[register]!) registers[register] = rank;
    }
  }

  /** The number of different values, without the bias of the first estimator at either end (Ertl 2017, arXiv:1702.01284, algorithm 6). */
  get estimate(): number {
    const counts = Array.from({ length: RANKS + 1 }, () => 0);
    for (const rank of this.#registers) counts[rank]!++;
    let sum = REGISTERS * tau(1 - counts[RANKS]! / REGISTERS);
    for (let rank = RANKS - 1; rank >= 1; rank--) sum = 0.5 * (sum + counts[rank]!);
    sum += REGISTERS * sigma(counts[0]! / REGISTERS);
    return Math.round(REGISTERS ** 2 / (2 * Math.LN2 * sum));
  }
}

/** Turns each bit of a word into a change of about half of the others, one to one (constants found by Wellons' hash-prospector). */
function mix(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return hash ^ (hash >>> 15);
}

/** What registers that saw nothing add. */
function sigma(share: number): number {
  if (share === 1) return Infinity;
  let [power, weight, sum] = [share, 1, share];
  for (let last = -1; last !== sum;) {
    last = sum;
    power *= power;
    sum += power * weight;
    weight *= 2;
  }
  return sum;
}

/** What full registers take away. */
function tau(share: number): number {
  if (share === 0 || share === 1) return 0;
  let [root, weight, sum] = [share, 1, 1 - share];
  for (let last = -1; last !== sum;) {
    last = sum;
    root = Math.sqrt(root);
    weight /= 2;
    sum -= (1 - root) ** 2 * weight;
  }
  return sum / 3;
}
