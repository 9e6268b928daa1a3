import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

const STORIES = [
  "feature-panel-numeric--linear",
  "feature-board--credit",
  "feature-trend--one-reference",
  "feature-compare--numeric",
  "feature-chart--stored",
  "feature-monitor-panel--first-design",
];

const TIMES = 500;
/** Until caches are warm: templates parsed, code loaded. */
const WARM_UP = 50;

interface Held {
  listeners: number;
  nodes: number;
  megabytes: number;
}

/** What the page holds once all garbage is gone. */
async function held(session: CDPSession): Promise<Held> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    listeners: value("JSEventListeners"),
    nodes: value("Nodes"),
    megabytes: value("JSHeapUsedSize") / 1e6,
  };
}

/** Takes the story's element out of the page and puts it back, and each time another one of its kind in and out. */
async function attachAndRemove(page: Page, times: number): Promise<void> {
  await page.evaluate(async (count) => {
    const element = document.querySelector("main > :last-child") as Element & { data?: unknown };
    const place = element.parentElement;
    for (let turn = 0; turn < count; turn++) {
      const other = element.cloneNode() as typeof element;
      if (element.data !== undefined) other.data = element.data;
      element.replaceWith(other);
      await new Promise((done) => requestAnimationFrame(done));
      other.remove();
      place?.append(element);
      await new Promise((done) => setTimeout(done));
    }
  }, times);
}

for (const story of STORIES) {
  test(`${story}: attached and removed ${TIMES} times, it leaves no listener, no node and no memory behind`, async ({
    page,
    stories,
  }) => {
    test.slow();
    await page.goto(`${stories.origin}/?story=${story}`);
    await waitUntilDrawn(page);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await attachAndRemove(page, WARM_UP);
    await waitUntilDrawn(page);
    const before = await held(session);
    await attachAndRemove(page, TIMES);
    await waitUntilDrawn(page);
    const holdsNoMore = async (): Promise<unknown> => {
      const { listeners, nodes, megabytes } = await held(session);
      return {
        listeners: listeners - before.listeners < 50,
        nodes: nodes - before.nodes < 500,
        memory: megabytes - before.megabytes < 6,
      };
    };
    // What is still on its way out: a request, an animation frame, drawings that wait their turn, long ones on a busy machine.
    await expect
      .poll(holdsNoMore, { timeout: 90_000 })
      .toEqual({ listeners: true, nodes: true, memory: true });
  });
}
