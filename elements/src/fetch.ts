/** Whatever answers like the platform's `fetch`. */
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** Where the page keeps it: of several copies of the elements one has defined the tags, and any may have been told. */
const page = globalThis as { [kept: symbol]: Fetch | undefined };
const kept = Symbol.for("featurescope.fetch");

/**
 * Replaces the one function through which every element asks for documents and pictures, so that a page can add
 * authentication to all of them at once, also where they are another copy's. Without an argument the platform's own comes back.
 *
 * ```js
 * setFetch((address, init) => fetch(address, { ...init, credentials: "include" }));
 * ```
 */
export function setFetch(replacement?: Fetch): void {
  page[kept] = replacement;
}

/** Asks through the function that {@link setFetch} set. */
export function request(address: string, init?: RequestInit): Promise<Response> {
  return (page[kept] ?? fetch)(address, init);
}
