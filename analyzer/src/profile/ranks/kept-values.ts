import { BLOCK, Kernel } from "../kernel.js";
import { KEPT } from "./key-flags.js";
import type { SketchPlace } from "./quantile-sketch.js";
import { ValueKeys } from "./value-keys.js";

/** Values kept at most. */
const MOST = 2 ** 19;

/**
 * Values that may have a wanted rank, kept during the first pass, so that it is the only one: all of them at first; whenever they
 * are too many, those of keys near the wanted ranks of what was read so far. Where rows come in an order that deceives, keys are
 * missing in the end.
 */
export class KeptValues {
  readonly #values: Float64Array;
  readonly #keys: ValueKeys;
  readonly #flags: Uint8Array;
  readonly #near: () => Uint8Array;
  #length = 0;
  /** Whether any key is flagged. */
  #isOpen = true;

  /**
   * @param flags one a key; those with {@link KEPT} are kept, and lose it when they no longer are
   * @param near tells with a 1 for each key which ones are near wanted ranks by now
   */
  constructor(place: SketchPlace, flags: Uint8Array, near: () => Uint8Array, most = MOST) {
    this.#values = new Float64Array(most);
    // Values are let go in the middle of a block of the kernel that counts them.
    this.#keys = new ValueKeys(place, Kernel.shared);
    this.#flags = flags.fill(KEPT);
    this.#near = near;
  }

  /** All that are kept, each as often as it occurs. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  /** Keeps the values of a kernel's block whose keys are flagged. */
  keep({ run, keys, places, values, rows, isOneEach }: Kernel, length: number): void {
    if (!this.#isOpen) return;
    const flagged = run.findFlagged(length, KEPT);
    if (flagged === length && isOneEach && length <= this.#values.length - this.#length) {
      this.#values.set(values.subarray(0, length), this.#length);
      this.#length += length;
      return;
    }
    for (let i = 0; i < flagged; i++) {
      const place = places[i]!;
      // Those before it may have narrowed what is kept.
      if ((this.#flags[keys[place]!]! & KEPT) !== 0) this.#keep(values[place]!, rows[place]!);
    }
  }

  #keep(value: number, rows: number): void {
    for (let row = 0; row < rows; row++) {
      if (this.#length === this.#values.length && !this.#narrow(value)) return;
      this.#values[this.#length++] = value;
    }
  }

  /** Lets go what is no longer near; everything where that is too little to go on with. Tells whether a value is still to be kept. */
  #narrow(next: number): boolean {
    const [values, keys, flags, near] = [this.#values, this.#keys, this.#flags, this.#near()];
    for (let key = 0; key < flags.length; key++) if (near[key] === 0) flags[key]! &= ~KEPT;
    let left = 0;
    for (let start = 0; start < values.length; start += BLOCK) {
      const length = keys.find(values, null, start);
      for (let i = 0; i < length; i++) {
        if ((flags[keys.found[i]!]! & KEPT) !== 0) values[left++] = values[start + i]!;
      }
    }
    if (left > 0.75 * values.length) {
      for (let key = 0; key < flags.length; key++) flags[key]! &= ~KEPT;
      left = 0;
      this.#isOpen = false;
    }
    this.#length = left;
    return (flags[keys.of(next)]! & KEPT) !== 0;
  }
}
