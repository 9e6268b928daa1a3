let last: Promise<unknown> = Promise.resolve();

/**
 * Does heavy work when all that was asked before is done, each in a task of its own: between two pieces the page can
 * scroll and answer. Work whose signal is aborted before its turn is left out.
 * @throws what the work throws, or the signal's reason
 */
export function inTurn<T>(work: () => T | Promise<T>, signal: AbortSignal): Promise<T> {
  const turn = last.then(async () => {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
}
