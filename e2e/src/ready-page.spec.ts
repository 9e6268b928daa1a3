import { publishDay } from "./support/publish-day.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

test("while the board's code is still on its way, the panel has its place, and keeps it on paper without an empty end", async ({
  page,
  folder,
  startGateway,
}) => {
  const store = `${folder}/ready-page`;
  await publishDay(folder, store, 1, 91);
  const gateway = await startGateway(store);
  const held: (() => void)[] = [];
  for (const late of [/\/feature-board-[^/]*\.js$/, /\/features$/])
    await page.route(late, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
  await page.goto(`${gateway.origin}/`);
  const panel = page.locator("feature-panel");
  const top = async (): Promise<number> => Math.round((await panel.boundingBox())?.y ?? Number.NaN);
  await expect(panel.locator(".badge")).toBeVisible();
  const before = await top();
  held.splice(0).forEach((release) => release());
  await expect(page.locator("feature-board .wait")).toBeVisible();
  expect(await top()).toBe(before);
  await expect.poll(() => held.length).toBe(1);
  held[0]?.();
  await expect(page.locator('feature-board [data-key="amount"]')).toBeVisible();
  await panel.scrollIntoViewIfNeeded();
  await waitUntilDrawn(page);

  await page.emulateMedia({ media: "print" });
  const rest = await panel.evaluate(
    (element) => document.body.getBoundingClientRect().bottom - element.getBoundingClientRect().bottom,
  );
  expect(rest).toBeLessThan(1);
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
