import { REGISTERS } from "./distinct-sketch.js";

/** Registers as {@link DistinctSketch} has them, for texts. */
export class DistinctTexts {
  readonly registers = new Uint8Array(REGISTERS);

  /** Takes a text: hashed twice, as the two words of a value. */
  add(text: string): void {
    let [low, high] = [0x811c9dc5, 0x01000193];
    for (let i = 0; i < text.length; i++) {
      const sign = text.charCodeAt(i);
      low = Math.imul(low ^ sign, 0x01000193);
      high = Math.imul(high ^ (sign + i), 0x85ebca6b);
      high ^= high >>> 13;
    }
    const { registers } = this;
    const register = mix(mix(low ^ 0x9e3779b9) ^ high) & (REGISTERS - 1);
    const rank = Math.clz32(mix(mix(high ^ 0x7f4a7c15) ^ low)) + 1;
    if (rank > registers[register]!) registers[register] = rank;
  }
}

/** Turns each bit of a word into a change of about half of the others, one to one (constants found by Wellons' hash-prospector). */
function mix(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return hash ^ (hash >>> 15);
}
