import { openPage } from "../open-page.mjs";
import { boardPage } from "../pages.mjs";

/** A board of a thousand features: ms from the list's arrival, and from the page's start, to the first row. */
export async function measureBoard(browser, server) {
  const release = server.hold(/\/features\.json$/);
  const opened = await openPage(browser, server.origin + boardPage);
  const { page } = opened;
  await page.waitForFunction(() => document.querySelector("feature-board").shadowRoot !== null);
  const shown = page.evaluate(() => {
    const { shadowRoot } = document.querySelector("feature-board");
    return bench.when(shadowRoot, () => shadowRoot.querySelector("[data-key]") !== null);
  });
  await page.waitForTimeout(300);
  const before = await opened.work();
  release();
  const firstRow = await shown;
  const arrived = await page.evaluate(
    () =>
      performance.getEntriesByType("resource").find(({ name }) => name.endsWith("features.json")).responseEnd,
  );
  const result = {
    ms: firstRow - arrived,
    work: (await opened.work()) - before,
    rows: await page.evaluate(
      () => document.querySelector("feature-board").shadowRoot.querySelector('[role="grid"]').ariaRowCount,
    ),
    longestTask: await opened.longestTask(),
  };
  await opened.close();
  return result;
}
