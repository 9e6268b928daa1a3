/** A file of code that is fetched when it is first wanted; from then on it is at hand, and nobody waits for it again. */
export class LateModule<T> {
  #load: () => Promise<T>;
  #module: T | null = null;

  /** @param load imports it */
  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The module itself where it is there, else the promise of it. */
  get(): T | Promise<T> {
    return this.#module ?? this.#load().then((module) => (this.#module = module));
  }
}
