import type { Route } from "@playwright/test";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";
import { shiftsOf, watchShifts } from "./support/watch-shifts.js";

/** The part of the bundle that draws interactive charts. */
const CHART_CODE = /live-(zone|chart)-.*\.js$/;

/** What `vega-parser` says of a wrong spec: a page that has it could parse specs. */
const OF_A_PARSER = "Duplicate signal name";

test("the live chart takes the poster's place, and nothing moves", async ({ page, stories }) => {
  const held: Route[] = [];
  await page.route(CHART_CODE, async (route) => {
    held.push(route);
  });
  await page.goto(`${stories.origin}/?story=feature-panel-numeric--linear&theme=light`);
  const zone = page.locator("feature-panel .zone");
  await expect(zone.locator(".poster canvas")).toBeVisible();
  const before = await zone.boundingBox();
  await page.evaluate(watchShifts);
  await Promise.all(held.splice(0).map((route) => route.continue()));
  await page.unroute(CHART_CODE);
  await waitUntilDrawn(page);
  await expect(zone.locator(".poster")).toHaveCount(0);
  expect(await zone.boundingBox()).toEqual(before);
  expect(await shiftsOf(page)).toEqual([]);
});

test("where the chart cannot load, the poster stays", async ({ page, stories, complaints }) => {
  await page.route(CHART_CODE, (route) => route.abort());
  await page.goto(`${stories.origin}/?story=feature-panel-numeric--linear&theme=light`);
  const zone = page.locator("feature-panel .zone");
  await expect(zone.locator(".poster canvas")).toBeVisible();
  await expect(page.locator("feature-panel")).toContainText("picture");
  await expect(zone.locator(".poster canvas")).toBeVisible();
  expect(complaints.splice(0).every((text) => text.includes("ERR_FAILED"))).toBe(true);
});

test("forty panels: only those near the window are drawn, all can be reached, and nothing is parsed", async ({
  page,
  stories,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${stories.origin}/?story=feature-panel-many--forty`);
  const panels = page.locator("feature-panel");
  await expect(panels).toHaveCount(40);
  await expect(panels.first().locator(".live canvas").first()).toBeVisible();
  expect(asked.filter((address) => address.endsWith("distribution.json")).length).toBeLessThan(10);
  for (const panel of await panels.all()) {
    await panel.scrollIntoViewIfNeeded();
    await expect(panel.locator(".live canvas").first()).toBeVisible();
  }
  await expect(page.locator("feature-panel .live canvas")).toHaveCount(40);
  const code = await Promise.all(
    asked
      .filter((address) => address.endsWith(".js"))
      .map(async (address) => (await page.request.get(address)).text()),
  );
  expect(code.length).toBeGreaterThan(0);
  expect(code.filter((text) => text.includes(OF_A_PARSER))).toEqual([]);
});
