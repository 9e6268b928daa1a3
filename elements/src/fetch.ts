/** Whatever answers like the platform's `fetch`. */
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

let current: Fetch = (address, init) => fetch(address, init);

/**
 * Replaces the one function through which every element asks for documents and pictures, so that a page can add
 * authentication to all of them at once. Without an argument the platform's own comes back.
 *
 * ```js
 * setFetch((address, init) => fetch(address, { ...init, credentials: "include" }));
 * ```
 */
export function setFetch(replacement: Fetch = (address, init) => fetch(address, init)): void {
  current = replacement;
}

/** Asks through the function that {@link setFetch} set. */
export function request(address: string, init?: RequestInit): Promise<Response> {
  return current(address, init);
}
