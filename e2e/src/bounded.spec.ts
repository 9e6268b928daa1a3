import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

const STORY = "?story=feature-panel-numeric--linear&theme=light";

/** Runs in the page: puts panels like the one that is there on it, waits until each is drawn, takes it away. */
async function comeAndGo(times: number): Promise<void> {
  const src = document.querySelector("feature-panel")!.getAttribute("src")!;
  for (let i = 0; i < times; i++) {
    const panel = document.createElement("feature-panel");
    panel.setAttribute("src", src);
    document.body.prepend(panel);
    const isDrawn = (): boolean =>
      panel.shadowRoot?.querySelector(".live")?.getAttribute("role") === "slider";
    while (!isDrawn()) await new Promise((done) => setTimeout(done, 5));
    panel.remove();
  }
  await new Promise((done) => setTimeout(done, 500));
}

/** What the browser holds after a collection. */
async function held(session: CDPSession): Promise<{ nodes: number; listeners: number; megabytes: number }> {
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { nodes, listeners: jsEventListeners, megabytes: usedSize / 1e6 };
}

async function open(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/${STORY}`);
  await waitUntilDrawn(page);
}

test("panels that come and go leave no listener, no node and no memory behind", async ({ page, stories }) => {
  await open(page, stories.origin);
  const session = await page.context().newCDPSession(page);
  await page.evaluate(comeAndGo, 20);
  const before = await held(session);
  await page.evaluate(comeAndGo, 100);
  const after = await held(session);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.megabytes - before.megabytes).toBeLessThan(1);
});

test("from the first paint of a panel to its interactive chart nothing moves", async ({ page, stories }) => {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, stories.origin);
  expect(await page.evaluate("shifts")).toEqual([]);
});
