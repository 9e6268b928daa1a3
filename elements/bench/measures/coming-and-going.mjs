import { openPage } from "../open-page.mjs";
import { panelPage } from "../pages.mjs";

/** Runs in the page: puts a panel on it, waits until it is drawn, takes it away; again and again. */
async function comeAndGo({ folder, times }) {
  const data = await bench.documents(folder);
  for (let i = 0; i < times; i++) {
    const panel = document.createElement("feature-panel");
    panel.data = data;
    document.body.prepend(panel);
    await bench.when(panel.shadowRoot, () => bench.isDrawn(panel));
    panel.remove();
  }
  await new Promise((done) => setTimeout(done, 500));
}

/** Panels that come and go: what stays behind of heap, nodes and listeners, each from the hundredth on. */
export async function measureComingAndGoing(browser, server, times) {
  const opened = await openPage(browser, server.origin + panelPage);
  const { page } = opened;
  const go = (count) => page.evaluate(comeAndGo, { folder: "/now/features/Income/", times: count });
  await page.waitForFunction(() => bench.isDrawn(document.querySelector("feature-panel")));
  await go(100);
  const before = { heap: await opened.heap(), ...(await opened.counters()) };
  await go(times);
  const after = { heap: await opened.heap(), ...(await opened.counters()) };
  await opened.close();
  return {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    listeners: after.jsEventListeners - before.jsEventListeners,
  };
}
