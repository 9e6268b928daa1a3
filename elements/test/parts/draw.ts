import { type TemplateResult, render } from "lit";

/** Draws a template into an element of the page. */
export function draw(template: TemplateResult): HTMLElement {
  const place = document.createElement("div");
  document.body.append(place);
  render(template, place);
  return place;
}

/** Every number in a path, in its order. */
export function numbersIn(path: string): number[] {
  return Array.from(path.matchAll(/-?[\d.]+(?:e-?\d+)?/g), ([text]) => Number(text));
}
