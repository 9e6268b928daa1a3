import { within } from "./within.js";

/** Node has four threads for files, host names and compression together: so many of them, at most, wait for a folder. */
const MOST = 3;
/** Long enough to list a hundred thousand entries of a slow server. */
const DEADLINE_MS = 30_000;

/**
 * Calls of a folder. Its file system may hang without end, as NFS does while its server is away, and what hangs keeps its thread: all else
 * that needs one, as compressed answers do, goes on beside it, and who waits for the folder is told.
 */
export class FolderCalls {
  #deadlineMs: number;
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** @param deadlineMs a call is given up after this long, its turn waited for included */
  constructor(deadlineMs = DEADLINE_MS) {
    this.#deadlineMs = deadlineMs;
  }

  /**
   * Makes a call once it is its turn.
   * @param path what is asked for, to be told
   * @throws FeaturescopeError `store-unreachable` where it does not end in time; what `work` throws
   */
  async run<T>(path: string, work: () => Promise<T>): Promise<T> {
    let isGivenUp = false;
    const inTurn = async (): Promise<T> => {
      await this.#turn();
      try {
        if (isGivenUp) throw new Error("nobody waits for it any more");
        return await work();
      } finally {
        this.#endTurn();
      }
    };
    const late = `cannot read ${path}: expected an answer within ${this.#deadlineMs} ms, found none; look whether the file system hangs`;
    try {
      return await within(this.#deadlineMs, inTurn(), late);
    } finally {
      isGivenUp = true;
    }
  }

  async #turn(): Promise<void> {
    if (this.#underWay < MOST) this.#underWay++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#underWay--;
    else next();
  }
}
