import { AxeBuilder } from "@axe-core/playwright";
import { layoutFaults } from "./support/layout-faults.js";
import { listStories } from "./support/list-stories.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

/** Stories that never finish loading. */
const ENDLESS = new Set(["feature-panel-states--loading"]);

for (const { id } of await listStories()) {
  for (const theme of ["light", "dark"]) {
    test(`${id}, ${theme}: nothing cut or overlapping, and accessible`, async ({ page, stories }) => {
      await page.goto(`${stories.origin}/?story=${id}&theme=${theme}`);
      if (!ENDLESS.has(id)) await waitUntilDrawn(page);
      expect(await layoutFaults(page)).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      if (!ENDLESS.has(id)) await waitUntilDrawn(page);
      expect(await layoutFaults(page)).toEqual([]);
    });
  }
}
