/**
 * Maps items with at most `limit` calls in flight; results are in the order of the items. The first error ends it, once the calls
 * in flight have ended.
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await map(items[index] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: limit }, work));
  const rejected = workers.find((worker) => worker.status === "rejected");
  if (rejected !== undefined) throw rejected.reason;
  return results;
}
