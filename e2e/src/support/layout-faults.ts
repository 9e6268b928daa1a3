import type { Page } from "@playwright/test";

/** Runs in the page: what of its text leaves its box, is cut, or lies on other text, across all shadow trees. */
function search(): string[] {
  const faults = new Set<string>();
  /** `isOver`: it stays in its place, and covers what scrolls beneath it. */
  const lines: { text: string; owner: Element; rect: DOMRect; isOver: boolean }[] = [];
  const everywhere = new DOMRect(-1e6, -1e6, 2e6, 2e6);
  const complain = (what: string, owner: Element): void => {
    const text = owner.textContent?.trim().slice(0, 60) ?? "";
    faults.add(`${what}: <${owner.localName} class="${owner.getAttribute("class") ?? ""}"> "${text}"`);
  };

  function readText(text: Text, owner: Element, frame: DOMRect, clip: DOMRect, isOver: boolean): void {
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const [from, to] = [Math.max(left, clip.left), Math.min(right, clip.right)];
      if (to - from < 2) continue;
      const rect = new DOMRect(from, top, to - from, bottom - top);
      lines.push({ text: text.data.trim(), owner, rect, isOver });
      if (from < frame.left - 1 || to > frame.right + 1) complain("out of its frame", owner);
    }
  }

  /** @param frame what text must not leave  @param clip what is visible at all */
  function visit(node: Element | ShadowRoot, frame: DOMRect, clip: DOMRect, isOver = false): void {
    for (const child of node.childNodes) {
      if (child instanceof Text && child.data.trim() !== "") {
        const owner = child.parentElement;
        if (owner !== null) readText(child, owner, frame, clip, isOver);
      }
      if (!(child instanceof HTMLElement) || child.nodeName === "STYLE" || !child.checkVisibility()) continue;
      const box = child.getBoundingClientRect();
      const { position, overflowX, textOverflow, backgroundColor } = getComputedStyle(child);
      const isOnlySpoken = position === "absolute" && box.width <= 1 && box.height <= 1;
      if (isOnlySpoken) continue;
      const spills = child.scrollWidth > child.clientWidth + 1 && child.clientWidth > 0;
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      const clips = overflowX !== "visible";
      const saysRest = textOverflow === "ellipsis" && child.title !== "";
      if (spills && clips && !scrolls && !saysRest) complain("cut", child);
      if (spills && scrolls && child.tabIndex < 0) complain("scrolls, but not by keyboard", child);
      const covers = isOver || (position === "sticky" && !backgroundColor.endsWith(", 0)"));
      if (child.shadowRoot !== null) visit(child.shadowRoot, box, clip, covers);
      visit(child, scrolls ? everywhere : frame, clips ? box : clip, covers);
    }
  }

  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.add(`the page is ${scrollWidth} px wide, the window ${clientWidth}`);
  visit(document.body, new DOMRect(0, -1e6, clientWidth, 2e6), everywhere);

  lines.sort((a, b) => a.rect.top - b.rect.top);
  for (const [index, { text, owner, rect, isOver }] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (other.rect.top > rect.bottom - 3) break;
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
      const isSeen = other.owner !== owner && other.isOver === isOver;
      if (isSeen && across > 2 && down > 4) {
        faults.add(`"${text.slice(0, 40)}" lies on "${other.text.slice(0, 40)}"`);
      }
    }
  }
  return [...faults];
}

/** What of the page's text overflows, is cut or overlaps; empty where all is well. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(search);
}
