/** What a page shows, in all its shadow trees. */
export interface Look {
  /** Whether something is still loading, or no element is there yet. */
  isBusy: boolean;
  /** Different colours of each canvas: a blank one has one. */
  colors: number[];
  /** Drawn shapes of pictures that are vectors. */
  shapes: number;
  /** What the charts' cursors say. */
  cursors: string[];
  /** What has the focus says, or its row. */
  focused: string;
  /** Text that reports a failure. */
  alerts: string[];
}

/** Runs in the page, so it stands alone. */
export function look(): Look {
  const inside = (root: ParentNode): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot === null ? [] : inside(element.shadowRoot)),
    ]);
  const all = inside(document);
  const having = (name: string, value: string): Element[] =>
    all.filter((element) => element.getAttribute(name) === value);
  const canvases = all.filter((element) => element instanceof HTMLCanvasElement && element.width > 0);
  const isDefined = all.every(({ localName }) => !localName.includes("-") || customElements.get(localName));
  const isEmpty = !all.some((element) => element.shadowRoot !== null);
  const isWaiting = all.some(
    (element) => element.matches(".zone") && !element.querySelector(".live :is(canvas, svg)"),
  );
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return {
    isBusy: isEmpty || !isDefined || isWaiting || having("aria-busy", "true").length > 0,
    colors: canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data;
      return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
    }),
    shapes: all.filter((element) => element instanceof SVGGeometryElement && element.getTotalLength() > 0)
      .length,
    cursors: having("role", "slider").map((slider) => slider.getAttribute("aria-valuetext") ?? ""),
    focused: focused?.getAttribute("aria-valuetext") ?? focused?.getAttribute("data-key") ?? "",
    alerts: having("role", "alert").map((alert) => alert.textContent.trim()),
  };
}

/** Runs in the page: gives the focus to the first element of a role that can have it. */
export function focusFirst(role: string): void {
  const find = (root: ParentNode): HTMLElement | null => {
    for (const element of root.querySelectorAll("*")) {
      if (element.getAttribute("role") === role && (element as HTMLElement).tabIndex === 0)
        return element as HTMLElement;
      const found = element.shadowRoot === null ? null : find(element.shadowRoot);
      if (found !== null) return found;
    }
    return null;
  };
  find(document)?.focus();
}
