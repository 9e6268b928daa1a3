import { nextTask } from "./in-turn.js";

/** A file of code that is fetched when it is first wanted; from then on it is at hand, and nobody waits for it again. */
export class LateModule<T> {
  readonly #load: () => Promise<T>;
  /** The module; null until it has come. */
  now: T | null = null;

  /** @param load imports it */
  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The module itself where it is there, else the promise of it. */
  get(): T | Promise<T> {
    return this.now ?? this.#fetch();
  }

  /** The module where it is there; else null, and it is asked for. @param onCome called once it has come */
  ask(onCome: () => void): T | null {
    if (this.now === null) this.#fetch().then(onCome, () => undefined);
    return this.now;
  }

  async #fetch(): Promise<T> {
    const module = await this.#load();
    // Whatever is done with it shall not come on top of the time that it took to evaluate it.
    await nextTask();
    return (this.now = module);
  }
}
