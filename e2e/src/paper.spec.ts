import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

type Paper = NonNullable<Parameters<Page["pdf"]>[0]>;

/** How many sheets the page takes, as a browser prints: without an element drawing itself anew for the paper's width. */
async function sheets(page: Page, paper: Paper): Promise<number> {
  const margin = { top: "10mm", right: "10mm", bottom: "10mm", left: "10mm" };
  const file = await page.pdf({ margin, ...paper });
  return file.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

// Their charts were drawn for a window of 1,280 px.
const LOW: Paper = { width: "210mm", height: "165mm" };
const ELEMENTS: Record<string, Paper> = {
  "feature-panel-numeric--last-runs": { format: "A4" },
  "feature-trend--full": LOW,
};

for (const [story, paper] of Object.entries(ELEMENTS))
  test(`${story}: takes one sheet, as the chart's box is no higher there than the chart`, async ({
    page,
    stories,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${stories.origin}/?story=${story}`);
    await waitUntilDrawn(page);
    expect(await sheets(page, paper)).toBe(1);
  });

test("a board has its heads on every sheet", async ({ page, stories }) => {
  await page.goto(`${stories.origin}/?story=feature-board--one-report`);
  await waitUntilDrawn(page);
  const heads = page.locator("feature-board .rows > :first-child");
  await expect(heads.getByRole("columnheader").first()).toBeAttached();
  await page.emulateMedia({ media: "print" });
  // What browsers repeat: a table's head that is not to be broken.
  await expect(heads).toHaveCSS("display", "table-header-group");
  await expect(heads).toHaveCSS("break-inside", "avoid");
});

test("a comparison says where its runs are as quietly as a panel, and no long name leaves the sheet", async ({
  page,
  stories,
}) => {
  await page.goto(`${stories.origin}/?story=feature-compare--numeric`);
  await waitUntilDrawn(page);
  await page.emulateMedia({ media: "print" });
  const printed = page.locator("feature-compare .printed");
  await printed.evaluate((element) => element.append("applicant_monthly_net_income_".repeat(8)));
  const frame = await page.locator("feature-compare .frame").boundingBox();
  const right = await printed.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().right;
  });
  expect(right).toBeLessThan(frame!.x + frame!.width);
  const muted = await page
    .locator("feature-compare footer")
    .evaluate((footer) => getComputedStyle(footer).color);
  await expect(printed).toHaveCSS("color", muted);
});
