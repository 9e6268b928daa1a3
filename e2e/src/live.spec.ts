import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { OF_A_DEAD_GATEWAY } from "./support/complaints.js";
import type { Gateway, startGateway } from "./support/programs.js";
import { publishDay } from "./support/publish-day.js";
import { serve } from "./support/site.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";
import { totalShift, watchShifts } from "./support/watch-shifts.js";

const TOKEN = "e2e-token-of-a-reader-who-may-see-days";

/** Event streams that the gateway counts as open. */
async function openStreams({ origin }: Gateway): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/event_streams (\d+)/.exec(text)?.[1] ?? Number.NaN);
}

/** Notes the addresses of all that the page asks for. */
function watchRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

const footer = (page: Page) => page.locator("feature-panel footer");
const row = (page: Page) => page.locator('feature-board [data-key="amount"]');

/** Opens the page of a gateway whose store has one day. @param seed of the day's rows */
async function openFirstDay(
  page: Page,
  folder: string,
  start: typeof startGateway,
  seed: number,
): Promise<{ store: string; gateway: Gateway }> {
  const store = join(folder, `store-${seed}`);
  await publishDay(folder, store, 1, seed);
  const gateway = await start(store);
  await page.goto(`${gateway.origin}/#amount`);
  return { store, gateway };
}

/** Takes a run back, as the gateway's README says: its log entry first, then its report. */
async function withdraw(store: string, run: string): Promise<void> {
  const log = join(store, "_log/v1");
  for (const name of await readdir(log)) if (name.endsWith(`!days!${run}.json`)) await rm(join(log, name));
  await rm(join(store, "runs/days", run), { recursive: true });
}

/** Closes a page whose gateway was away, and checks that it complained of nothing else. */
async function closeAfterOutage(page: Page, complaints: string[]): Promise<void> {
  await page.close();
  expect(complaints.splice(0).filter((text) => !OF_A_DEAD_GATEWAY.test(text))).toEqual([]);
}

test("board and panel on one page share one stream, and both show a run as it is published, in their places", async ({
  page,
  folder,
  startGateway,
}) => {
  test.slow();
  const asked = watchRequests(page);
  const { store, gateway } = await openFirstDay(page, folder, startGateway, 31);
  await expect(footer(page)).toContainText("day-1");
  await waitUntilDrawn(page);
  await expect(page.locator("feature-panel .mark")).toHaveText("live");
  await expect.poll(() => openStreams(gateway)).toBe(1);
  expect(asked.filter((path) => path.endsWith("/events"))).toHaveLength(1);
  // The address named the feature: the panel drew no other before.
  expect(asked.filter((path) => path.endsWith("statistics.json"))).toHaveLength(1);

  const boxes = () =>
    Promise.all(
      ["feature-board", "feature-board .row", "feature-panel", "feature-panel .zone"].map((part) =>
        page.locator(part).first().boundingBox(),
      ),
    );
  const before = await boxes();
  const canvas = await page.locator("feature-panel .live canvas").elementHandle();
  await page.evaluate(watchShifts);
  await publishDay(folder, store, 2, 32, 90);
  await expect(footer(page)).toContainText("day-2");
  await expect(page.locator("feature-panel .badge")).toContainText("shifted");
  await expect(page.locator("feature-panel .mark")).toContainText("updated");
  await expect(row(page)).toContainText("shifted");
  await expect(page.locator("feature-board footer")).toContainText("re-rank");
  await expect(page.locator('feature-panel [role="status"]')).toHaveText(/amount: shifted, was \w+\./);
  expect(await canvas?.evaluate((element) => element.isConnected)).toBe(true);
  await waitUntilDrawn(page);
  expect(await boxes()).toEqual(before);
  // Words that end at the right begin elsewhere when they are longer; nothing else moves.
  expect(await totalShift(page)).toBeLessThan(0.005);
  const ofRun = asked.filter((path) => path.includes("/runs/day-2/features/amount/"));
  expect(ofRun.map((path) => path.split("/").at(-1) ?? "").toSorted()).toEqual([
    "distribution.json",
    "statistics.json",
  ]);

  // Hidden or left, a page holds no stream.
  await page.goto("about:blank");
  await expect.poll(() => openStreams(gateway)).toBe(0);
});

test("a page goes back to the run before when the newest is withdrawn, and on to the next one, without being loaded again", async ({
  page,
  context,
  folder,
  startGateway,
}) => {
  test.slow();
  const { store, gateway } = await openFirstDay(page, folder, startGateway, 71);
  await expect(page.locator("feature-panel .mark")).toHaveText("live");
  await publishDay(folder, store, 2, 72, 90);
  await expect(footer(page)).toContainText("day-2");
  await expect(row(page)).toContainText("shifted");
  const trend = await context.newPage();
  await trend.goto(`${gateway.origin}/?view=trend#amount`);
  const points = trend.locator('feature-trend [role="slider"]').first();
  await expect(points).toHaveAttribute("aria-valuemax", "2");
  const loads = { count: 0 };
  for (const each of [page, trend]) each.on("load", () => loads.count++);

  await withdraw(store, "day-2");
  await expect(footer(page)).toContainText("day-1");
  await expect(page.locator("feature-panel .badge")).not.toContainText("shifted");
  await expect(row(page)).not.toContainText("shifted");
  await expect(page.locator('feature-panel [role="status"]')).toHaveText(/amount: \w+, was shifted\./);
  await trend.bringToFront();
  await expect(trend.locator("feature-trend")).toContainText("One run so far");
  await page.bringToFront();

  await publishDay(folder, store, 3, 73, 90);
  await expect(footer(page)).toContainText("day-3");
  await expect(row(page)).toContainText("shifted");
  await trend.bringToFront();
  await expect(points).toHaveAttribute("aria-valuemax", "2");
  expect(loads.count).toBe(0);
});

test("after a restart of the gateway the page comes back and catches up", async ({
  page,
  folder,
  startGateway,
  complaints,
}) => {
  test.slow();
  const { store, gateway } = await openFirstDay(page, folder, startGateway, 41);
  await expect(page.locator("feature-panel .mark")).toHaveText("live");
  await expect(row(page)).toContainText("amount");
  await waitUntilDrawn(page);
  await expect.poll(() => openStreams(gateway)).toBe(1);
  await gateway.kill();
  await expect(page.locator("feature-panel .mark")).toHaveText("live updates interrupted");
  await publishDay(folder, store, 2, 42, 90);
  const again = await startGateway(store, { PORT: new URL(gateway.origin).port });
  await expect(footer(page)).toContainText("day-2", { timeout: 60_000 });
  await expect(row(page)).toContainText("shifted");
  await expect(page.locator("feature-panel .mark")).toContainText("updated");
  expect(await openStreams(again)).toBe(1);
  await closeAfterOutage(page, complaints);
});

test("a panel led to another feature while the gateway is away shows it by itself once that is back", async ({
  page,
  folder,
  startGateway,
  complaints,
}) => {
  test.slow();
  const { store, gateway } = await openFirstDay(page, folder, startGateway, 61);
  await waitUntilDrawn(page);
  await gateway.kill();
  await page.locator("feature-panel").evaluate((panel: HTMLElement & { src: string }) => {
    panel.src = `${panel.src}?again`;
  });
  await expect(page.locator("feature-panel .attempts")).toContainText(/\d attempts?, the last/);
  await startGateway(store, { PORT: new URL(gateway.origin).port });
  await expect(footer(page)).toContainText("day-1", { timeout: 60_000 });
  await closeAfterOutage(page, complaints);
});

test("behind a token, in a page of another origin, one function authenticates documents and events alike", async ({
  page,
  folder,
  startGateway,
}) => {
  test.slow();
  const store = join(folder, "token");
  await publishDay(folder, store, 1, 51);
  const pageFolder = join(folder, "page");
  await mkdir(pageFolder, { recursive: true });
  const site = await serve(pageFolder, "default-src 'none'; script-src 'self' http:; connect-src http:");
  const gateway = await startGateway(store, {
    CORS_ORIGINS: site.origin,
    ACCESS_TOKENS: `reader:${createHash("sha256").update(TOKEN).digest("hex")}:days`,
  });
  await writeFile(
    join(pageFolder, "index.html"),
    '<!doctype html><html lang="en"><title>Admin</title><main></main><script type="module" src="page.js"></script></html>',
  );
  await writeFile(
    join(pageFolder, "page.js"),
    `import { setFetch } from "${gateway.origin}/elements/featurescope.js";
    setFetch((address, init) => {
      const headers = new Headers(init?.headers);
      headers.set("authorization", "Bearer ${TOKEN}");
      return fetch(address, { ...init, headers });
    });
    for (const [tag, path] of [["board", "features"], ["panel", "features/amount/"], ["trend", "features/amount/"]]) {
      const element = document.createElement("feature-" + tag);
      element.src = "${gateway.origin}/api/v1/pipelines/days/" + path;
      element.live = true;
      document.querySelector("main").append(element);
    }`,
  );
  const asked = watchRequests(page);
  await page.goto(site.origin);
  await expect(footer(page)).toContainText("day-1");
  await expect(page.locator("feature-panel .mark")).toHaveText("live");
  await publishDay(folder, store, 2, 52, 90);
  await expect(footer(page)).toContainText("day-2");
  await expect(row(page)).toContainText("shifted");
  await expect(page.locator("feature-trend .badge")).toContainText("shifted");
  expect(asked.filter((path) => path.endsWith("/events"))).toHaveLength(1);
  site.close();
});
