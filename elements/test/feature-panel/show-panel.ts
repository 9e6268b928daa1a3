import { FeaturePanel } from "../../src/feature-panel/feature-panel.js";

if (customElements.get("feature-panel") === undefined) customElements.define("feature-panel", FeaturePanel);

/** Puts a panel of a width into the page. */
export function showPanel(properties: Partial<FeaturePanel>, width = 1100): FeaturePanel {
  const panel = Object.assign(document.createElement("feature-panel"), properties);
  panel.style.cssText = `width: ${width}px; max-width: none`;
  document.body.append(panel);
  return panel;
}

/** The text of a part of a panel, white space made one. */
export function textOf(panel: FeaturePanel, selector = "article"): string {
  const found = panel.renderRoot.querySelector(selector);
  return (found?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

/** The chart's tab stop; null before there is one. */
export function chartOf(panel: FeaturePanel): HTMLElement | null {
  return panel.renderRoot.querySelector<HTMLElement>('[role="slider"]');
}

/** What is spoken of the bin at the chart's cursor. */
export function spokenOf(panel: FeaturePanel): string {
  return chartOf(panel)?.getAttribute("aria-valuetext") ?? "";
}

/** What the tooltip says; empty while it is hidden. */
export function tipOf(panel: FeaturePanel): string {
  const found = panel.renderRoot.querySelector<HTMLElement>(".tip")!;
  return found.hidden ? "" : found.textContent.replace("\n", "");
}

/** Moves the pointer to a place over the chart, in px from the window's left, half way down. */
export function pointAt(panel: FeaturePanel, clientX: number): void {
  const chart = chartOf(panel)!;
  const { top, height } = chart.getBoundingClientRect();
  chart.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY: top + height / 2, bubbles: true }));
}

/** A button of a panel by its text. */
export function buttonOf(panel: FeaturePanel, label: string): HTMLButtonElement {
  const buttons = [...panel.renderRoot.querySelectorAll("button")];
  const found = buttons.find((button) => (button.title || button.textContent).trim() === label);
  if (found === undefined) throw new Error(`Expected a button ${label}, found none.`);
  return found;
}

/** How long to wait for what is still to come: machines are busy. */
export const PATIENT = { timeout: 15_000 };
