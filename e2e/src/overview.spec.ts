import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FrameLocator, Page } from "@playwright/test";
import { featurescope } from "./support/programs.js";
import { drawRows, writeRows } from "./support/table.js";
import { expect, test } from "./support/test.js";

/** A report of two features with a reference, in one file; its name would end a script and start a tag. */
async function makeOverview(folder: string): Promise<string> {
  const [then, now, report, overview] = ["then.csv", "now.csv", "o-report", "overview.html"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  await writeRows(then, drawRows(2000, 40, 0.01, 7));
  await writeRows(now, drawRows(900, 55, 0.01, 8));
  const of = ["--pipeline", "</script><b>&credit", "--reference", then, "--no-pictures", "--quiet"];
  await featurescope("analyze", "--data", now, "--out", report, ...of);
  await featurescope("overview", report, "--out", overview, "--quiet");
  return overview;
}

async function expectReport(view: Page | FrameLocator): Promise<void> {
  const board = view.locator("feature-board");
  await expect(board.getByRole("heading", { name: "</script><b>&credit" })).toBeVisible();
  await expect(board.getByRole("row").filter({ hasText: "amount" })).toBeVisible();
  const panels = view.locator("feature-panel");
  await expect(panels).toHaveCount(2);
  for (const panel of await panels.all()) {
    await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
    // Also those that are not on screen: a page can be printed as it is.
    await expect(panel.locator(".live canvas, .live svg").first()).toBeAttached();
  }
}

test("a report in one file draws itself from a folder, and asks nobody for anything", async ({
  page,
  folder,
}) => {
  const address = pathToFileURL(await makeOverview(folder)).href;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await expectReport(page);
  await page.locator("feature-board").getByRole("row").filter({ hasText: "segment" }).click();
  const segment = page
    .locator("feature-panel")
    .filter({ has: page.getByRole("heading", { name: "segment" }) });
  await expect(segment).toBeInViewport();
  expect(asked.filter((url) => !url.startsWith("blob:"))).toEqual([address]);
});

test("it draws itself in the frame in which Kubeflow shows a run's page", async ({ page, folder }) => {
  const html = await readFile(await makeOverview(folder), "utf8");
  expect(html.length).toBeLessThan(2_000_000);
  await page.setContent(`<iframe sandbox="allow-scripts" width="1100" height="800"></iframe>`);
  await page.locator("iframe").evaluate((frame: HTMLIFrameElement, text) => (frame.srcdoc = text), html);
  await expectReport(page.frameLocator("iframe"));
});
