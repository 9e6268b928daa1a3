import { openPage } from "../open-page.mjs";
import { panelPage } from "../pages.mjs";

/** Code of the interactive chart. */
const CHART_CODE = /\/live-zone-[^/]*\.js$/;

/** Runs in the page: the newest moment at which a file of a name came. */
function arrivalOf(pattern) {
  const entries = performance.getEntriesByType("resource").filter(({ name }) => name.match(pattern));
  return Math.max(...entries.map(({ responseEnd }) => responseEnd));
}

/** Runs in the page: draws panels whose documents and code are in hand, and gives the ms that each took. */
async function drawWarm({ folder, times }) {
  const data = await bench.documents(folder);
  const took = [];
  for (let i = 0; i < times; i++) {
    const panel = document.createElement("feature-panel");
    panel.data = data;
    const from = performance.now();
    document.body.prepend(panel);
    took.push((await bench.when(panel.shadowRoot, () => bench.isDrawn(panel))) - from);
    panel.remove();
    await new Promise((done) => setTimeout(done, 50));
  }
  return took;
}

/** Runs in the page: lets the panel ask again, and gives the moment at which its chart is drawn anew. */
async function reload() {
  const panel = document.querySelector("feature-panel");
  performance.clearResourceTimings();
  const drawn = new Promise((done) => {
    // Each drawing ends with telling its chart to the ear anew.
    new MutationObserver((_, observer) => {
      observer.disconnect();
      done(performance.now());
    }).observe(panel.shadowRoot.querySelector(".live"), { attributeFilter: ["aria-valuetext"] });
  });
  panel.reload();
  return drawn;
}

/**
 * One panel: ms from its chart's code to an interactive chart, the same with all in hand, from another run's documents to
 * its picture, and what moved.
 */
export async function measureOnePanel(browser, server) {
  const release = server.hold(CHART_CODE);
  const opened = await openPage(browser, server.origin + panelPage);
  const { page } = opened;
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/distribution.json")),
  );
  await page.waitForTimeout(300);
  const drawn = page.evaluate(() => {
    const panel = document.querySelector("feature-panel");
    return bench.when(panel.shadowRoot, () => bench.isDrawn(panel));
  });
  release();
  const cold = (await drawn) - (await page.evaluate(arrivalOf, "live-zone"));
  const shift = await opened.layoutShift();
  const update = [];
  for (let i = 0; i < 6; i++) {
    server.swap();
    const redrawn = await page.evaluate(reload);
    update.push(redrawn - (await page.evaluate(arrivalOf, ".json")));
    await page.waitForTimeout(50);
  }
  const warm = await page.evaluate(drawWarm, { folder: "/later/features/Income/", times: 7 });
  await opened.close();
  return { cold, warm, update, shift };
}
