import { BLOCK, Kernel } from "../kernel.js";
import type { ValueReader } from "../values/value-reader.js";
import { estimateDistinct, registerError } from "./distinct-registers.js";

/** 2^14 registers, as the kernel has them: the standard error is 1.04/√2^14 = 0.8 % of the number. */
export const REGISTERS = 2 ** 14;
/** Standard error of the number, relative to it. */
export const DISTINCT_ERROR = registerError(REGISTERS);

/**
 * Estimates the number of different values in 16 kB (HyperLogLog): a value's hash chooses a register, which keeps the longest run of leading
 * zeros that it saw in a second hash. The order of rows does not matter, and rows that have a value again change nothing.
 */
export class DistinctSketch implements ValueReader {
  readonly registers: Uint8Array;
  readonly #kernel: Kernel;

  /** @param kernel whose registers are used, emptied first */
  constructor(kernel = new Kernel()) {
    this.#kernel = kernel;
    this.registers = kernel.registers.fill(0);
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    for (let start = 0; start < values.length; start += BLOCK) {
      this.#kernel.run.registerValues(this.#kernel.hold(values, counts, start));
    }
  }

  get estimate(): number {
    return estimateDistinct(this.registers);
  }
}
