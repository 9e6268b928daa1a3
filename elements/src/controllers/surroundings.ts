import type { ReactiveController, ReactiveControllerHost } from "lit";
import { untilSpoken } from "../words/late-words.js";
import { KeptFocus } from "./kept-focus.js";
import { unwatchPage, watchPage } from "./page-changes.js";

/**
 * Language of an element as inherited: the nearest `lang` attribute, looked for across shadow roots; `en` without one.
 */
export function languageOf(element: Element): string {
  for (let node: Element | null = element; node !== null;) {
    const holder: Element | null = node.closest("[lang]");
    if (holder !== null) return holder.getAttribute("lang") || "en";
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return "en";
}

/**
 * What an element takes over from the page: its language and, in turn, every change of theme, contrast or language,
 * after which the host is drawn again. It holds its place in it, too: the keyboard's focus.
 */
export class Surroundings implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  /** Inherited BCP 47 tag. */
  language = "en";
  /** True while the page is printed: paper is light. */
  isPrinting = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
    host.addController(new KeptFocus(host));
  }

  hostConnected(): void {
    this.#listen();
    watchPage(this.#host, (printing) => {
      if (printing === undefined) this.#listen();
      else this.isPrinting = printing === "beforeprint";
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    unwatchPage(this.#host);
  }

  /** Asks at once for the words that there will be something to say in. */
  #listen(): void {
    this.language = languageOf(this.#host);
    void untilSpoken(this.language);
  }
}
