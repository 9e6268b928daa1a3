import { publishDay } from "./support/publish-day.js";
import { expect, test } from "./support/test.js";
import { totalShift, watchShifts } from "./support/watch-shifts.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

test("the panel shows when the board is as high as it becomes, and keeps its place on paper without an empty end", async ({
  page,
  folder,
  startGateway,
}) => {
  const store = `${folder}/ready-page`;
  await publishDay(folder, store, 1, 91);
  const gateway = await startGateway(store);
  const held = new Map<string, () => void>();
  for (const [name, late] of Object.entries({
    code: /\/feature-board-[^/]*\.js$/,
    list: /\/features$/,
    parts: /\/board-parts-[^/]*\.js$/,
  }))
    await page.route(late, async (route) => {
      await new Promise<void>((resolve) => held.set(name, resolve));
      await route.continue();
    });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(watchShifts);
  await page.goto(`${gateway.origin}/`);
  const panel = page.locator("feature-panel");
  await expect(panel.locator(".badge")).toBeAttached();
  for (const name of ["code", "list", "parts"]) {
    await expect.poll(() => held.has(name)).toBe(true);
    await expect(panel).toBeHidden();
    held.get(name)?.();
  }
  await expect(page.locator('feature-board [data-key="amount"]')).toBeVisible();
  await expect(panel).toBeVisible();
  await panel.scrollIntoViewIfNeeded();
  await waitUntilDrawn(page);
  expect(await totalShift(page)).toBeLessThan(0.02);

  await page.emulateMedia({ media: "print" });
  const rest = await panel.evaluate(
    (element) => document.body.getBoundingClientRect().bottom - element.getBoundingClientRect().bottom,
  );
  expect(rest).toBeLessThan(1);
});

test("where the board cannot be drawn, its panel shows all the same", async ({
  page,
  folder,
  startGateway,
  complaints,
}) => {
  const store = `${folder}/no-board`;
  await publishDay(folder, store, 1, 111);
  const gateway = await startGateway(store);
  await page.route(/\/board-parts-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`${gateway.origin}/`);
  await expect(page.locator("feature-board").getByRole("alert")).toBeVisible();
  await expect(page.locator("feature-panel")).toBeVisible();
  expect(complaints.splice(0).filter((text) => !text.includes("/board-parts-"))).toEqual([]);
});

test("what stands below a panel stays there while its figures come", async ({
  page,
  folder,
  startGateway,
}) => {
  const store = `${folder}/below`;
  await publishDay(folder, store, 1, 101);
  const gateway = await startGateway(store);
  const held: (() => void)[] = [];
  await page.route("**/statistics.json", async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.goto(`${gateway.origin}/`);
  await expect(page.locator('feature-board [data-key="amount"]')).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  await page.locator("feature-panel").evaluate((panel) => {
    panel.after(Object.assign(document.createElement("p"), { id: "below", textContent: "below" }));
  });
  const top = (): Promise<number> =>
    page.locator("#below").evaluate((text) => Math.round(text.getBoundingClientRect().y + scrollY));
  const before = await top();
  held[0]?.();
  await page.locator("#below").scrollIntoViewIfNeeded();
  await waitUntilDrawn(page);
  expect(await top()).toBe(before);
});
