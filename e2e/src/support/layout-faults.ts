import type { Page } from "@playwright/test";

/** Runs in the page: what of its text leaves its box, is cut, or lies on other text, across all shadow trees. */
function search(): string[] {
  const faults: string[] = [];
  const lines: { text: string; owner: Element; rect: DOMRect }[] = [];
  const complain = (what: string, owner: Element): void => {
    const text = owner.textContent?.trim().slice(0, 60) ?? "";
    faults.push(`${what}: <${owner.localName} class="${owner.getAttribute("class") ?? ""}"> "${text}"`);
  };

  function visit(node: Element | ShadowRoot, frame: DOMRect): void {
    for (const child of node.childNodes) {
      if (child instanceof Text && child.data.trim() !== "") {
        const owner = child.parentElement;
        if (owner === null) continue;
        const range = document.createRange();
        range.selectNodeContents(child);
        for (const rect of range.getClientRects()) {
          if (rect.width < 2) continue;
          lines.push({ text: child.data.trim(), owner, rect });
          if (rect.left < frame.left - 1 || rect.right > frame.right + 1) {
            complain("out of its frame", owner);
          }
        }
      }
      if (!(child instanceof HTMLElement || child instanceof SVGElement)) continue;
      if (["SCRIPT", "STYLE", "svg"].includes(child.nodeName) || !child.checkVisibility()) continue;
      const { width, height } = child.getBoundingClientRect();
      const isHiddenVisually = getComputedStyle(child).position === "absolute" && width <= 1 && height <= 1;
      if (isHiddenVisually) continue;
      const { overflowX } = getComputedStyle(child);
      const spills = child.scrollWidth > child.clientWidth + 1 && child.clientWidth > 0;
      const scrolls = overflowX === "auto" || overflowX === "scroll";
      if (spills && overflowX !== "visible" && !scrolls) complain("cut", child);
      if (spills && scrolls && child.tabIndex < 0) complain("scrolls, but not by keyboard", child);
      const inner = scrolls ? new DOMRect(-1e6, -1e6, 2e6, 2e6) : frame;
      if (child.shadowRoot !== null) visit(child.shadowRoot, child.getBoundingClientRect());
      visit(child, inner);
    }
  }

  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide, the window ${clientWidth}`);
  visit(document.body, new DOMRect(0, -1e6, clientWidth, 2e6));

  lines.sort((a, b) => a.rect.top - b.rect.top);
  for (const [index, { text, owner, rect }] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other === undefined || other.rect.top > rect.bottom - 3) break;
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
      if (other.owner !== owner && across > 2 && down > 4) {
        faults.push(`"${text.slice(0, 40)}" lies on "${other.text.slice(0, 40)}"`);
      }
    }
  }
  return [...new Set(faults)];
}

/** What of the page's text overflows, is cut or overlaps; empty where all is well. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(search);
}
