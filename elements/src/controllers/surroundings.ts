import type { ReactiveController, ReactiveControllerHost } from "lit";

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
 * after which the host is drawn again.
 */
export class Surroundings implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #ended: AbortController | null = null;
  /** Inherited BCP 47 tag. */
  language = "en";
  /** True while the page is printed: paper is light. */
  isPrinting = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.language = languageOf(this.#host);
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", this.#changed, { signal });
    }
    for (const type of ["beforeprint", "afterprint"]) addEventListener(type, this.#printed, { signal });
    const observer = new MutationObserver(this.#changed);
    const options = { attributes: true, attributeFilter: ["lang", "theme"] };
    observer.observe(document.documentElement, options);
    observer.observe(this.#host, options);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  hostDisconnected(): void {
    this.#ended?.abort();
  }

  #printed = ({ type }: Event): void => {
    this.isPrinting = type === "beforeprint";
    this.#host.requestUpdate();
  };

  #changed = (): void => {
    this.language = languageOf(this.#host);
    this.#host.requestUpdate();
  };
}
