import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { featurescope } from "./support/programs.js";
import { publishDay } from "./support/publish-day.js";
import { drawRows, writeRows } from "./support/table.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";
import { totalShift, watchShifts } from "./support/watch-shifts.js";

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
  for (const name of ["code", "list", "parts"]) {
    await expect.poll(() => held.has(name)).toBe(true);
    // What it shows is known with the list.
    if (name === "parts") await expect(panel.locator(".badge")).toBeAttached();
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

test("the panel is that of the board's first row, which is marked, or of the row that the address names", async ({
  page,
  folder,
  startGateway,
}) => {
  const [store, reference, config] = [`${folder}/first-row`, `${folder}/first.json`, `${folder}/first.yaml`];
  const tables = { before: drawRows(2000, 51, 0.02, 7), now: drawRows(800, 70, 0.02, 121) };
  for (const row of tables.now.slice(300)) row.segment = "retail";
  for (const [name, rows] of Object.entries(tables)) await writeRows(`${folder}/${name}.csv`, rows);
  await writeFile(config, "features:\n  segment: { importance: 0.9 }\n  amount: { importance: 0.01 }\n");
  await featurescope("reference", "--data", `${folder}/before.csv`, "--out", reference, "--quiet");
  const input = ["--data", `${folder}/now.csv`, "--reference", reference, "--config", config];
  await featurescope("analyze", ...input, "--out", `${folder}/first`, "--quiet");
  await featurescope("publish", `${folder}/first`, "--to", store, "--quiet");
  const gateway = await startGateway(store);
  const selected = page.locator('feature-board [aria-selected="true"]');
  const name = page.locator("feature-panel h2");

  await page.goto(`${gateway.origin}/`);
  await expect(page.locator("feature-board [data-key]").first()).toHaveAttribute("data-key", "segment");
  await expect(selected).toHaveAttribute("data-key", "segment");
  await expect(name).toHaveText("segment");
  expect(await page.evaluate(() => [scrollY, location.hash])).toEqual([0, ""]);
  expect(new Set(await shownFeatures(page))).toEqual(new Set(["segment"]));

  await page.goto(`${gateway.origin}/#amount`);
  await page.reload();
  await expect(selected).toHaveAttribute("data-key", "amount");
  await expect(name).toHaveText("amount");
});

/** Keys of the features whose figures a page asked for. */
async function shownFeatures(page: Page): Promise<string[]> {
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  return asked.flatMap((address) => /\/features\/([^/]+)\/statistics\.json/.exec(address)?.[1] ?? []);
}

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
