import type { Page } from "@playwright/test";
import { accessFaults, smallControls, spokenTwice } from "./support/access-faults.js";
import { layoutFaults } from "./support/layout-faults.js";
import { listStories } from "./support/list-stories.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

// Nearly half of all the time is this file's.
test.describe.configure({ mode: "parallel" });

for (const { id, endless } of await listStories()) {
  const settled = async (page: Page): Promise<void> => {
    if (!endless) await waitUntilDrawn(page);
  };

  test(`${id}: accessible in dark and light, nothing cut or overlapping when wide, narrow or right to left`, async ({
    page,
    stories,
  }) => {
    await page.goto(`${stories.origin}/?story=${id}&theme=dark`);
    await settled(page);
    expect(await accessFaults(page)).toEqual([]);
    expect(await smallControls(page)).toEqual([]);
    expect(await spokenTwice(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);

    for (const themed of await page.locator("[theme]").all()) {
      await themed.evaluate((element) => element.setAttribute("theme", "light"));
    }
    await settled(page);
    expect(await accessFaults(page, "color-contrast")).toEqual([]);

    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    await settled(page);
    expect(await layoutFaults(page)).toEqual([]);

    // A window of 1280 px at 400 %, and the narrowest that elements promise.
    await page.evaluate(() => document.documentElement.removeAttribute("dir"));
    for (const width of [320, 280]) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      expect(await layoutFaults(page), `${width} px`).toEqual([]);
    }
  });
}
