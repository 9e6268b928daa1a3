let last: Promise<unknown> = Promise.resolve();
/** Pieces of work that wait, are at work, or were done in the task that runs. */
let busy = 0;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does heavy work when all that was asked before is done, each in a task of its own: between two pieces the page can
 * scroll and answer. Where nothing was asked before, it is done at once. Work whose signal is aborted before its turn is left out.
 * @throws what the work throws, or the signal's reason
 */
export function inTurn<T>(work: () => T | Promise<T>, signal: AbortSignal): Promise<T> {
  const run = async (): Promise<T> => {
    signal.throwIfAborted();
    return work();
  };
  const turn = busy === 0 ? run() : last.then(run);
  busy++;
  last = turn
    .catch(() => undefined)
    .then(nextTask)
    .then(() => busy--);
  return turn;
}
