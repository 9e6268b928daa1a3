// Here already, so that a trend does not wait for them.
import "../../src/feature-trend/trend-table.js";
import "../../src/feature-trend/trend-view.js";
import { FeatureTrend } from "../../src/feature-trend/feature-trend.js";

if (customElements.get("feature-trend") === undefined) customElements.define("feature-trend", FeatureTrend);

/** Puts a trend of a width into the page and waits until it is drawn. */
export async function showTrend(properties: Partial<FeatureTrend>, width = 1100): Promise<FeatureTrend> {
  const trend = Object.assign(document.createElement("feature-trend"), properties);
  trend.style.cssText = `width: ${width}px; max-width: none`;
  document.body.append(trend);
  await settled(trend);
  return trend;
}

/** Waits until documents have come and sizes are measured. */
export async function settled(trend: FeatureTrend): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await trend.updateComplete;
  }
}

export function all(trend: FeatureTrend, selector: string): HTMLElement[] {
  return [...trend.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

export function one(trend: FeatureTrend, selector: string): HTMLElement {
  const found = trend.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`Expected ${selector} in the trend, found none.`);
  return found;
}

/** Text of the first match, white space made one. */
export function textOf(trend: FeatureTrend, selector: string): string {
  return plain(one(trend, selector).textContent);
}

/** White space made one, no-break spaces too. */
export function plain(text: string | null): string {
  return (text ?? "").replaceAll(/\s+/g, " ").trim();
}

/** Texts in the lanes. */
export function labels(trend: FeatureTrend): string[] {
  return all(trend, ".lanes text").map((label) => plain(label.textContent));
}

/** Presses keys on the chart. */
export async function press(trend: FeatureTrend, ...keys: (string | KeyboardEventInit)[]): Promise<void> {
  for (const key of keys) {
    const init = typeof key === "string" ? { key } : key;
    one(trend, ".live").dispatchEvent(
      new KeyboardEvent("keydown", { ...init, bubbles: true, composed: true }),
    );
    await trend.updateComplete;
  }
}

/** A pointer event at a share of a part's width. */
export function point(part: Element, type: string, share: number): void {
  const { left, top, width, height } = part.getBoundingClientRect();
  const place = { clientX: left + share * width, clientY: top + height / 2 };
  const init = { ...place, bubbles: true, composed: true, button: 0, pointerType: "mouse", pointerId: 1 };
  part.dispatchEvent(type === "click" ? new MouseEvent(type, init) : new PointerEvent(type, init));
}
