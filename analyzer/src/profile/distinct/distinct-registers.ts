/** Registers of HyperLogLog hold ranks up to that of 32 zeros. */
const RANKS = 33;
/** A rank as one sign. */
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Standard error of the number, relative to it, by the number of registers (Flajolet et al. 2007). */
export function registerError(registers: number): number {
  return 1.04 / Math.sqrt(registers);
}

/** The number of different values, without the bias of the first estimator at either end (Ertl 2017, arXiv:1702.01284, algorithm 6). */
export function estimateDistinct(registers: Uint8Array): number {
  const size = registers.length;
  const counts = Array.from({ length: RANKS + 1 }, () => 0);
  for (const rank of registers) counts[rank]!++;
  let sum = size * tau(1 - counts[RANKS]! / size);
  for (let rank = RANKS - 1; rank >= 1; rank--) sum = 0.5 * (sum + counts[rank]!);
  sum += size * sigma(counts[0]! / size);
  return Math.round(size ** 2 / (2 * Math.LN2 * sum));
}

/**
 * Fewer registers of the same values: those whose numbers end alike become one, with the greatest rank, because a rank comes from
 * another hash than the register's number.
 * @param size a power of two, at most as many as given
 */
export function foldRegisters(registers: Uint8Array, size: number): Uint8Array {
  const folded = new Uint8Array(size);
  for (const [i, rank] of registers.entries())
    folded[i & (size - 1)] = Math.max(folded[i & (size - 1)]!, rank);
  return folded;
}

/** Registers of the values of both: of each the greatest rank. Of as many as the side with fewer has. */
export function mergeRegisters(a: Uint8Array, b: Uint8Array): Uint8Array {
  const size = Math.min(a.length, b.length);
  const [first, second] = [foldRegisters(a, size), foldRegisters(b, size)];
  return first.map((rank, i) => Math.max(rank, second[i]!));
}

/** Registers as text, a sign each. */
export function writeRegisters(registers: Uint8Array): string {
  return Array.from(registers, (rank) => SIGNS[rank]).join("");
}

/** The opposite of {@link writeRegisters}; a sign of another hand counts as rank 0. */
export function readRegisters(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => Math.min(RANKS, Math.max(0, SIGNS.indexOf(sign))));
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
