/**
 * Maps items with at most `limit` calls in flight; results are in the order of the items. The first error ends it, once the calls
 * in flight have ended.
 */
export async function mapConcurrently<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const source = iteratorOf(items);
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (!failed) {
      const index = next++;
      try {
        const item = await source.next();
        if (item.done === true) return;
        results[index] = await map(item.value);
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

function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
