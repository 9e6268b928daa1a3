import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

test("a panel is walked by keyboard alone: cursor, pin, zoom, controls", async ({ page, stories }) => {
  await page.goto(`${stories.origin}/?story=feature-panel-numeric--linear`);
  await waitUntilDrawn(page);
  const chart = page.getByRole("slider");
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(chart).toBeFocused({ timeout: 100 });
  }).toPass();

  const says = async (): Promise<string> => (await chart.getAttribute("aria-valuetext")) ?? "";
  const bin = async (): Promise<number> => Number(/Bin (\d+)/.exec(await says())?.[1]);
  await page.keyboard.press("Home");
  expect(await bin()).toBe(1);
  expect(await says()).toMatch(/current \S+\s%, reference \S+\s%/);
  await page.keyboard.press("ArrowRight");
  expect(await bin()).toBe(2);
  await page.keyboard.press("PageDown");
  expect(await bin()).toBe(7);
  await page.keyboard.press("End");
  expect(await says()).toMatch(/^>\s\d+\sk: current \S+\s%, reference \S+\s%/);
  await page.keyboard.press("ArrowLeft");
  expect(await bin()).toBeGreaterThan(20);
  await page.keyboard.press("N");
  expect(await says()).toContain("beyond noise");

  await page.keyboard.press("Enter");
  await expect(page.locator("feature-panel .tip")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("feature-panel .tip")).toBeHidden();

  const reset = page.getByRole("button", { name: "whole range" });
  await page.keyboard.press("+");
  await expect(reset).toBeEnabled();
  await page.keyboard.press("0");
  await expect(reset).toBeDisabled();

  const pressed: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    pressed.push(
      await page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return focused?.textContent?.trim() ?? "";
      }),
    );
  }
  expect(pressed).toEqual(expect.arrayContaining(["share", "count", "data table"]));
});

test("a board is walked by arrow keys, and a row is chosen by Enter", async ({ page, stories }) => {
  await page.goto(`${stories.origin}/?story=feature-board--credit`);
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows.nth(1)).toHaveAttribute("aria-selected", "true");
});
