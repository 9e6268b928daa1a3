import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** Who waits for the store is answered within two seconds. */
const CLIENT_MS = 1500;

/**
 * What is read of the store, for clients that wait for it: it fails once they have waited long enough. The reading goes on, so that
 * who comes back finds what a slow store has given.
 * @throws FeaturescopeError `store-unreachable`
 */
export async function inTime<T>(reading: Promise<T>): Promise<T> {
  let end: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new FeaturescopeError(
      "store-unreachable",
      `the store gave nothing within ${CLIENT_MS} ms; it is read on`,
    );
    end = setTimeout(() => reject(error), CLIENT_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(end);
  }
}
