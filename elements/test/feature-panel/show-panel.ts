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

/** A button of a panel by its text. */
export function buttonOf(panel: FeaturePanel, label: string): HTMLButtonElement {
  const buttons = [...panel.renderRoot.querySelectorAll("button")];
  const found = buttons.find(
    (button) => (button.getAttribute("aria-label") ?? button.textContent).trim() === label,
  );
  if (found === undefined) throw new Error(`Expected a button ${label}, found none.`);
  return found;
}

/** How long to wait for what is still to come: machines are busy. */
export const PATIENT = { timeout: 15_000 };
