import { setFlagsFromString } from "node:v8";

/** Features whose documents and their entries in the manifest are a small heap. */
const FEW = 1000;

/**
 * Lets V8 collect garbage before its heap has grown by a third. By default it waits until the heap is several times as large,
 * which for ten thousand columns is hundreds of megabytes; rows are kept outside of the heap, so that collecting costs little.
 * The pixels of pictures count as growth: of few features it may be more than the heap itself, or each picture would be followed
 * by a collection.
 * @param features that are written next; leave it out where rows are read
 */
export function spareMemory(features = Infinity): void {
  setFlagsFromString(`--heap-growing-percent=${features > FEW ? 30 : 250}`);
}
