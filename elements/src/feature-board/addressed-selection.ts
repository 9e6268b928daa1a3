import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Keeps a selection in the page's address, behind `#`, for a host that wants it: a link then opens the page on the
 * same feature, and going back or changing the address selects.
 */
export class AddressedSelection implements ReactiveController {
  #host: ReactiveControllerHost & { keepAddress: boolean };
  #select: (key: string) => void;

  /** @param select is told the key in the address */
  constructor(host: ReactiveControllerHost & { keepAddress: boolean }, select: (key: string) => void) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("hashchange", this.restore);
  }

  hostDisconnected(): void {
    removeEventListener("hashchange", this.restore);
  }

  /** Whether the address says anything that the host keeps there. */
  get isSaid(): boolean {
    return this.#host.keepAddress && location.hash.length > 1;
  }

  /** Selects what the address says. */
  restore = (): void => {
    if (this.isSaid) this.#select(keyIn(location.hash));
  };

  /** Puts a key into the address, in place of the one before. */
  keep(key: string): void {
    if (this.#host.keepAddress) history.replaceState(history.state, "", `#${encodeURIComponent(key)}`);
  }
}

function keyIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
