/** Where a kernel's memory holds what: one instance serves one column, so all of it is fixed. Whoever calls writes and reads there. */

/** Values of a block at most. */
export const BLOCK: i32 = 2048;
/** A register of two or four lanes may read and write so far beyond a block's end. */
const SLACK: i32 = 4;

/** Doubles as they are read, with one bit each that tells whether there is a value. */
export const INPUT: usize = 1024;
export const VALIDITY: usize = INPUT + 8 * BLOCK;
/** The block: finite values, and the rows that each stands for. */
export const VALUES: usize = VALIDITY + BLOCK / 8;
export const ROWS: usize = VALUES + 8 * (BLOCK + SLACK);
/** For each value of the block its distance from the center, and its key. */
export const DIFFERENCES: usize = ROWS + 8 * (BLOCK + SLACK);
export const KEYS: usize = DIFFERENCES + 8 * (BLOCK + SLACK);
/** Places in the block, ascending. */
export const PLACES: usize = KEYS + 4 * (BLOCK + SLACK);
/** Figures of a block, as doubles; each function says which. */
export const RESULTS: usize = PLACES + 4 * (BLOCK + SLACK);

/** Registers of HyperLogLog, a byte each. */
export const REGISTERS: usize = RESULTS + 8 * 8;
export const REGISTER_COUNT: i32 = 2 ** 14;
/** For each key a byte of flags, its rows, and Σ(value − center) over them. */
export const KEY_COUNT: i32 = 2 ** 16;
export const FLAGS: usize = REGISTERS + REGISTER_COUNT;
export const COUNTS: usize = FLAGS + KEY_COUNT;
export const SUMS: usize = COUNTS + 8 * KEY_COUNT;
