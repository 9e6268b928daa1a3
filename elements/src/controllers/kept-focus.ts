import type { ReactiveController } from "lit";

/**
 * Keeps the keyboard's place in its host: where an update takes away what held the focus, as an answer does with the button that asked
 * for it, the first control that there is takes it, unless the reader has gone elsewhere meanwhile.
 */
export class KeptFocus implements ReactiveController {
  #host: Element;
  #hadIt = false;

  constructor(host: Element) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#hadIt ||= this.#host.shadowRoot!.activeElement !== null;
  }

  hostUpdated(): void {
    if (!this.#hadIt) return;
    const root = this.#host.shadowRoot!;
    const isLost = (): boolean => root.activeElement === null && document.activeElement === document.body;
    // What is hidden at this width does not take it.
    for (const control of root.querySelectorAll<HTMLElement>(":is(button, select):enabled"))
      if (isLost()) control.focus({ preventScroll: true });
    this.#hadIt = isLost();
  }
}
