import { join } from "node:path";
import { publishDay } from "./support/publish-day.js";
import { expect, test } from "./support/test.js";

/** What of a page may be on its way when the network goes away. */
const AWAY = {
  "the board's code": /\/feature-board-[^/]*\.js$/,
  "what draws the board's rows": /\/board-parts-[^/]*\.js$/,
  "what draws a panel": /\/panel-view-[^/]*\.js$/,
  "the interactive chart": /\/live-zone-[^/]*\.js$/,
  "live updates": /\/live-(?!zone)[^/]*\.js$/,
  "the board's list": /\/features$/,
  "a panel's figures": /\/statistics\.json$/,
  "a panel's distribution": /\/distribution\.json$/,
};

test.describe("of a gateway's page", () => {
  let origin: string;
  // One for all: pages only read of it.
  test.beforeAll(async ({ folder, startGateway }) => {
    const store = join(folder, "offline");
    await publishDay(folder, store, 1, 71);
    ({ origin } = await startGateway(store));
  });

  for (const [part, address] of Object.entries(AWAY)) {
    test(`without ${part} at first, a page is whole once the network is back`, async ({
      page,
      context,
      complaints,
    }) => {
      await page.route(address, (route) => route.abort());
      const failed = page.waitForEvent("requestfailed", (request) => address.test(request.url()));
      await page.goto(`${origin}/`);
      await failed;
      await context.setOffline(true);
      await page.unroute(address);
      await context.setOffline(false);
      await expect(page.locator('feature-board [data-key="amount"]')).toBeVisible();
      await expect(page.locator("feature-panel").getByRole("slider")).toBeVisible();
      for (const element of ["feature-board", "feature-panel"])
        await expect(page.locator(`${element} .mark`)).toHaveText("live");
      expect(complaints.splice(0).filter((text) => !text.includes("ERR_"))).toEqual([]);
    });
  }
});

for (const [story, address] of [
  ["feature-board--credit", AWAY["what draws the board's rows"]],
  ["feature-trend--full", /\/trend-view-[^/]*\.js$/],
] as const) {
  test(`${story}: without the code of its view it says so, and asks for it again at a press`, async ({
    page,
    stories,
    complaints,
  }) => {
    await page.route(address, (route) => route.abort());
    await page.goto(`${stories.origin}/?story=${story}`);
    await expect(page.getByRole("alert")).toHaveText("The report could not be loaded.");
    await page.unroute(address);
    await page.getByRole("button", { name: "retry" }).click();
    await expect(page.locator("feature-board [data-key], feature-trend [role=slider]").first()).toBeVisible();
    expect(complaints.splice(0).filter((text) => !text.includes("ERR_"))).toEqual([]);
  });
}

test("a panel without the code of its view says so, and asks for it again by itself", async ({
  page,
  stories,
  complaints,
}) => {
  await page.route(AWAY["what draws a panel"], (route) => route.abort());
  await page.goto(`${stories.origin}/?story=feature-panel-numeric--linear`);
  await expect(page.locator("feature-panel .wait")).toContainText("Failed to fetch");
  await page.unroute(AWAY["what draws a panel"]);
  await expect(page.locator("feature-panel .badge")).toBeVisible();
  expect(complaints.splice(0).filter((text) => !text.includes("ERR_"))).toEqual([]);
});

test("so does a panel with its documents in hand", async ({ page, stories, complaints }) => {
  await page.route(AWAY["what draws a panel"], (route) => route.abort());
  await page.goto(`${stories.origin}/?story=feature-panel-numeric--linear`);
  await expect(page.locator("feature-panel .wait")).toContainText("Failed to fetch");
  await page
    .locator("feature-panel")
    .evaluate(async (panel: HTMLElement & { src: string; data: unknown }) => {
      const statistics: unknown = await (
        await fetch(new URL("statistics.json", new URL(panel.src, document.baseURI)))
      ).json();
      Object.assign(panel, { src: "", data: { statistics } });
    });
  await expect(page.locator("feature-panel .wait")).toContainText("Failed to fetch");
  await page.unroute(AWAY["what draws a panel"]);
  await expect(page.locator("feature-panel .badge")).toBeVisible();
  expect(complaints.splice(0).filter((text) => !text.includes("ERR_"))).toEqual([]);
});
