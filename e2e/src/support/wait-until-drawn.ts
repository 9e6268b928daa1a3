import type { Page } from "@playwright/test";

/** Runs in the page: whether no element on screen, in any shadow tree, is still loading or still shows a poster. */
function isDrawn(): boolean {
  const busy = (root: Document | ShadowRoot): boolean =>
    [...root.querySelectorAll("*")].some((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      if (top > innerHeight || bottom < 0) return false;
      return (
        element.getAttribute("aria-busy") === "true" ||
        (element.classList.contains("zone") && element.querySelector(".live :is(canvas, svg)") === null) ||
        (element.shadowRoot !== null && busy(element.shadowRoot))
      );
    });
  return document.fonts.status === "loaded" && document.querySelector("main > *") !== null && !busy(document);
}

/** Waits until every panel on screen shows its figures and, where it has a chart, the interactive one. */
export async function waitUntilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(isDrawn, undefined, { timeout: 15_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
