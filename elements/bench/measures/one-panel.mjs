import { openPage } from "../open-page.mjs";
import { panelPage } from "../pages.mjs";

/** Code of the interactive chart. */
const CHART_CODE = /\/live-zone-[^/]*\.js$/;

/** Runs in the page: the newest moment at which a file of a name came. */
function arrivalOf(pattern) {
  const entries = performance.getEntriesByType("resource").filter(({ name }) => name.match(pattern));
  return Math.max(...entries.map(({ responseEnd }) => responseEnd));
}

/** Runs in the page: draws a panel whose code and documents are in hand, and gives the ms that it took. */
async function drawWarm() {
  const panel = document.createElement("feature-panel");
  panel.data = bench.data;
  const from = performance.now();
  document.body.prepend(panel);
  const took = (await bench.when(panel.shadowRoot, () => bench.isDrawn(panel))) - from;
  panel.remove();
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
 * One panel: from its chart's code to an interactive chart (`cold`), the same with all in hand (`warm`), from another run's
 * documents to its picture (`update`), each in ms and in processor ms; and what moved.
 */
export async function measureOnePanel(browser, server) {
  const release = server.hold(CHART_CODE);
  const opened = await openPage(browser, server.origin + panelPage);
  const { page } = opened;
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/distribution.json")),
  );
  await page.waitForTimeout(300);

  /** Runs something several times that gives its ms. */
  async function repeat(times, measure) {
    const runs = [];
    for (let i = 0; i < times; i++) {
      const before = await opened.work();
      const ms = await measure();
      await page.waitForTimeout(50);
      runs.push({ ms, work: (await opened.work()) - before });
    }
    return runs;
  }

  const [cold] = await repeat(1, async () => {
    const drawn = page.evaluate(() => {
      const panel = document.querySelector("feature-panel");
      return bench.when(panel.shadowRoot, () => bench.isDrawn(panel));
    });
    release();
    return (await drawn) - (await page.evaluate(arrivalOf, "live-zone"));
  });
  const shift = await opened.layoutShift();
  const update = await repeat(6, async () => {
    server.swap();
    return (await page.evaluate(reload)) - (await page.evaluate(arrivalOf, ".json"));
  });
  await page.evaluate(async () => (bench.data = await bench.documents("/later/features/Income/")));
  const warm = await repeat(7, () => page.evaluate(drawWarm));
  await opened.close();
  return { cold, warm, update, shift };
}
