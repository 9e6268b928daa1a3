import { within } from "./within.js";

/** Who waits for the store is answered within two seconds. */
const CLIENT_MS = 1500;

/**
 * What is read of the store, for clients that wait for it: it fails once they have waited long enough. The reading goes on, so that
 * who comes back finds what a slow store has given.
 * @throws FeaturescopeError `store-unreachable`
 */
export function inTime<T>(reading: Promise<T>): Promise<T> {
  return within(CLIENT_MS, reading, `the store gave nothing within ${CLIENT_MS} ms; it is read on`);
}
