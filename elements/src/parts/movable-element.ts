import { type CSSResult, LitElement } from "lit";

/**
 * An element that may be put into another document, as of a frame or a window of its own, before or after it was in this one. Such a
 * document takes no style sheets made here: it gets copies.
 */
export class MovableElement extends LitElement {
  #styles = new Set((this.constructor as typeof LitElement).elementStyles as CSSResult[]);

  override connectedCallback(): void {
    super.connectedCallback();
    this.adopt();
  }

  /** Gives it styles that came with code which was fetched late, behind those that it has. */
  adopt(...late: readonly CSSResult[]): void {
    for (const style of late) this.#styles.add(style);
    const { defaultView } = this.ownerDocument;
    if (defaultView === null) return;
    this.shadowRoot!.adoptedStyleSheets = Array.from(this.#styles, ({ styleSheet, cssText }) => {
      if (defaultView === window) return styleSheet!;
      const copy = new defaultView.CSSStyleSheet();
      copy.replaceSync(cssText);
      return copy;
    });
  }

  protected override createRenderRoot(): ShadowRoot {
    return this.attachShadow({ mode: "open" });
  }
}
