/** A shorter drag is a click. */
const LEAST = 8;

/**
 * Watches a mouse or pen that is drawn across the chart, and shows the stretch meanwhile. Fingers scroll the page instead.
 * @param stretch shown over the chart, moved by this
 * @param onBrushed told both ends, as px from the target's left edge
 */
export function watchBrush(
  target: HTMLElement,
  stretch: HTMLElement,
  onBrushed: (from: number, to: number) => void,
  signal: AbortSignal,
): void {
  let from: number | null = null;
  const placeOf = (event: PointerEvent): number => {
    const { left, width } = target.getBoundingClientRect();
    return Math.min(width, Math.max(0, event.clientX - left));
  };

  target.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      from = placeOf(event);
      target.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  target.addEventListener(
    "pointermove",
    (event) => {
      if (from === null) return;
      const to = placeOf(event);
      if (Math.abs(to - from) < LEAST) return;
      stretch.hidden = false;
      stretch.style.left = `${Math.min(from, to)}px`;
      stretch.style.width = `${Math.abs(to - from)}px`;
    },
    { signal },
  );
  target.addEventListener(
    "pointerup",
    (event) => {
      if (from !== null && !stretch.hidden) onBrushed(from, placeOf(event));
      from = null;
    },
    { signal },
  );
  // After pointerup, so that the click that ends a drag pins nothing.
  target.addEventListener(
    "click",
    (event) => {
      if (!stretch.hidden) event.stopImmediatePropagation();
      stretch.hidden = true;
    },
    { signal, capture: true },
  );
  target.addEventListener(
    "pointercancel",
    () => {
      from = null;
      stretch.hidden = true;
    },
    { signal },
  );
}
