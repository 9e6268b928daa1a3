import { estimateDistinct, registerError } from "./distinct-registers.js";
import type { ValueReader } from "./value-reader.js";

/** 2^14 registers: the standard error is 1.04/√2^14 = 0.8 % of the number. */
const REGISTERS = 2 ** 14;
/** Standard error of the number, relative to it. */
export const DISTINCT_ERROR = registerError(REGISTERS);

/**
 * Estimates the number of different values in 16 kB (HyperLogLog): a value's hash chooses a register, which keeps the longest run of leading
 * zeros that it saw in a second hash. The order of rows does not matter, and rows that have a value again change nothing.
 */
export class DistinctSketch implements ValueReader {
  readonly registers = new Uint8Array(REGISTERS);

  add(values: Float64Array): void {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    const registers = this.registers;
    for (let i = 0; i < words.length; i += 2) {
      const [low, high] = [words[i]!, words[i + 1]!];
      const register = mix(mix(low ^ 0x9e3779b9) ^ high) & (REGISTERS - 1);
      const rank = Math.clz32(mix(mix(high ^ 0x7f4a7c15) ^ low)) + 1;
      if (rank > registers[register]!) registers[register] = rank;
    }
  }

  /** Takes a text: hashed twice, as the two words of a value. */
  addText(text: string): void {
    let [low, high] = [0x811c9dc5, 0x01000193];
    for (let i = 0; i < text.length; i++) {
      const sign = text.charCodeAt(i);
      low = Math.imul(low ^ sign, 0x01000193);
      high = Math.imul(high ^ (sign + i), 0x85ebca6b);
      high ^= high >>> 13;
    }
    const register = mix(mix(low ^ 0x9e3779b9) ^ high) & (REGISTERS - 1);
    const rank = Math.clz32(mix(mix(high ^ 0x7f4a7c15) ^ low)) + 1;
    if (rank > this.registers[register]!) this.registers[register] = rank;
  }

  get estimate(): number {
    return estimateDistinct(this.registers);
  }
}

/** Turns each bit of a word into a change of about half of the others, one to one (constants found by Wellons' hash-prospector). */
function mix(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return hash ^ (hash >>> 15);
}
