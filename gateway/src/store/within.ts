import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/**
 * What is waited for, if it comes in time. It goes on afterwards all the same.
 * @param late what is said otherwise
 * @throws FeaturescopeError `store-unreachable`
 */
export async function within<T>(ms: number, work: Promise<T>, late: string): Promise<T> {
  let end: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    end = setTimeout(() => reject(new FeaturescopeError("store-unreachable", late)), ms);
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(end);
  }
}
