import type { CSSResult } from "lit";

/** Gives a shadow root styles that came with code which was fetched late, behind those that it has. */
export function adopt(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  const { adoptedStyleSheets } = root as ShadowRoot;
  const added = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  adoptedStyleSheets.push(...added.filter((sheet) => !adoptedStyleSheets.includes(sheet)));
}
