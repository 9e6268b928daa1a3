import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { layoutFaults } from "./support/layout-faults.js";
import { listStories } from "./support/list-stories.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

async function accessFaults(page: Page, ...rules: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules.length === 0 ? builder : builder.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const { id, endless } of await listStories()) {
  const settled = async (page: Page): Promise<void> => {
    if (!endless) await waitUntilDrawn(page);
  };

  test(`${id}: accessible in dark and light, nothing cut or overlapping when wide or narrow`, async ({
    page,
    stories,
  }) => {
    await page.goto(`${stories.origin}/?story=${id}&theme=dark`);
    await settled(page);
    expect(await accessFaults(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);

    for (const themed of await page.locator("[theme]").all()) {
      await themed.evaluate((element) => element.setAttribute("theme", "light"));
    }
    await settled(page);
    expect(await accessFaults(page, "color-contrast")).toEqual([]);

    await page.setViewportSize({ width: 360, height: 800 });
    await settled(page);
    expect(await layoutFaults(page)).toEqual([]);
  });
}
