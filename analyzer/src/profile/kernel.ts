import { readFileSync } from "node:fs";

/** What `analyzer/kernel` exports: places in the memory, and functions over the block that lies there. */
interface Exports extends Record<Place, WebAssembly.Global> {
  memory: WebAssembly.Memory;
  takeFinite(rows: number): number;
  leaveOut(length: number, point: number): number;
  clip(length: number, low: number, high: number): void;
  findExtremes(length: number): void;
  countSigns(length: number): void;
  areWhole(length: number): number;
  sumPowers(length: number, scale: number, shift: number): void;
  registerValues(length: number): void;
  findKeys(length: number, center: number, shift: number, base: number, middle: number): void;
  countKeys(length: number): void;
  findFlagged(length: number, flags: number): number;
}
type Place =
  | "INPUT"
  | "VALIDITY"
  | "VALUES"
  | "ROWS"
  | "DIFFERENCES"
  | "KEYS"
  | "PLACES"
  | "RESULTS"
  | "REGISTERS"
  | "FLAGS"
  | "COUNTS"
  | "SUMS"
  | "REGISTER_COUNT"
  | "KEY_COUNT";

/** Values of a block at most. */
export const BLOCK = 2048;

/** Two levels up from here, whether from source, as a module or in the bundle. */
const FILE = new URL("../../dist/kernel.wasm", import.meta.url);

let compiled: object | null = null;
let shared: Kernel | null = null;

/**
 * The loops over values, in WebAssembly (`analyzer/kernel` says what each function does): several values at once, at full speed from the
 * first row. An instance has the memory that one column's first pass takes, 1.2 MB. Its block lasts until the next {@link hold}.
 */
export class Kernel {
  readonly run: Exports;
  /** Doubles to be read by `takeFinite`. */
  readonly input: Float64Array;
  /** One bit for each of them, the lowest of a byte first, 1 where there is a value. */
  readonly validity: Uint8Array;
  readonly values: Float64Array;
  readonly rows: Float64Array;
  readonly differences: Float64Array;
  readonly keys: Int32Array;
  readonly places: Int32Array;
  /** Figures of the last function. */
  readonly results: Float64Array;
  readonly registers: Uint8Array;
  readonly flags: Uint8Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Whether each value of the block stands for one row. */
  isOneEach = false;

  constructor() {
    compiled ??= new WebAssembly.Module(readFileSync(FILE));
    const run = (this.run = new WebAssembly.Instance(compiled).exports as Exports);
    const { buffer } = run.memory;
    const doubles = (place: Place, length: number): Float64Array =>
      new Float64Array(buffer, run[place].value, length);
    const [keys, registers] = [run.KEY_COUNT.value, run.REGISTER_COUNT.value];
    this.input = doubles("INPUT", BLOCK);
    this.validity = new Uint8Array(buffer, run.VALIDITY.value, BLOCK / 8);
    this.values = doubles("VALUES", BLOCK);
    this.rows = doubles("ROWS", BLOCK);
    this.differences = doubles("DIFFERENCES", BLOCK);
    this.keys = new Int32Array(buffer, run.KEYS.value, BLOCK);
    this.places = new Int32Array(buffer, run.PLACES.value, BLOCK);
    this.results = doubles("RESULTS", 8);
    this.registers = new Uint8Array(buffer, run.REGISTERS.value, registers);
    this.flags = new Uint8Array(buffer, run.FLAGS.value, keys);
    this.counts = doubles("COUNTS", keys);
    this.sums = doubles("SUMS", keys);
  }

  /** For what keeps nothing in a kernel's memory from one block to the next. */
  static get shared(): Kernel {
    return (shared ??= new Kernel());
  }

  /**
   * Makes values the block, {@link BLOCK} of them at most, and returns how many. Copies nothing where they are the block already.
   * @param counts rows of each; null for one row each
   */
  hold(values: Float64Array, counts: Float64Array | null, start = 0): number {
    const length = Math.min(BLOCK, values.length - start);
    if (!liesAt(values, start, this.values)) this.values.set(part(values, start, length));
    if (counts === null) {
      if (!this.isOneEach) this.rows.fill(1);
    } else if (!liesAt(counts, start, this.rows)) this.rows.set(part(counts, start, length));
    this.isOneEach = counts === null;
    return length;
  }
}

function liesAt(values: Float64Array, start: number, block: Float64Array): boolean {
  return values.buffer === block.buffer && values.byteOffset + 8 * start === block.byteOffset;
}

function part(values: Float64Array, start: number, length: number): Float64Array {
  return start === 0 && values.length === length ? values : values.subarray(start, start + length);
}
