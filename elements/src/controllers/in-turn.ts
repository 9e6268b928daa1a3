/** So many ms of such work may come together in one task; a page answers its reader well below 50. */
const TOGETHER = 8;

interface Piece {
  run: () => Promise<void>;
  isUrgent: () => boolean;
}

const waiting: Piece[] = [];
let isAtWork = false;
/** How long the pieces of the task that runs have taken, in ms; null while there was none. */
let taken: { ms: number } | null = null;

/** Resolves in a task of its own. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does heavy work when all that was asked before is done, in tasks of a few ms and one piece more: between them the page can scroll and
 * answer. Where nothing was asked before, it is done at once. Work whose signal is aborted before its turn is left out.
 * @param isUrgent whether it goes before what is not, asked at each turn: what the reader sees
 * @throws what the work throws, or the signal's reason
 */
export function inTurn<T>(
  work: () => T | Promise<T>,
  signal: AbortSignal | null = null,
  isUrgent: () => boolean = () => false,
): Promise<T> {
  const turn = new Promise<T>((resolve, reject) => {
    const run = async (): Promise<void> => {
      try {
        signal?.throwIfAborted();
        resolve(await work());
      } catch (error) {
        reject(error);
      }
    };
    waiting.push({ run, isUrgent });
  });
  if (!isAtWork) void workOff();
  return turn;
}

async function workOff(): Promise<void> {
  isAtWork = true;
  while (waiting.length > 0) {
    if (taken !== null && taken.ms > TOGETHER) await nextTask();
    taken ??= newTask();
    const urgent = waiting.findIndex(({ isUrgent }) => isUrgent());
    const [next] = waiting.splice(Math.max(0, urgent), 1);
    const began = performance.now();
    await next!.run();
    // What ran on into another task has filled that one, too.
    (taken ??= newTask()).ms += performance.now() - began;
  }
  isAtWork = false;
}

function newTask(): { ms: number } {
  void nextTask().then(() => (taken = null));
  return { ms: 0 };
}
