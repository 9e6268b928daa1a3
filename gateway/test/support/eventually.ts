import { vi } from "vitest";

/** Waits until what is expected holds, for as long as a busy machine may take. */
export function eventually<T>(expectation: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(expectation, { timeout: 30_000, interval: 20 });
}
