import type { ValueKeys } from "./value-keys.js";

/** Where the values of each key begin in a sorted array: narrows a search to a few neighbours. */
export class KeyIndex {
  /** Index of the first value of a key, or of where it would be; the last is the number of values. */
  readonly starts: Uint32Array;

  /** @param sortedKeys keys of ascending values */
  constructor(keys: ValueKeys, sortedKeys: Iterable<number>) {
    const starts = (this.starts = new Uint32Array(keys.length + 1));
    for (const key of sortedKeys) starts[key + 1]!++;
    for (let key = 0; key < keys.length; key++) starts[key + 1]! += starts[key]!;
  }
}
