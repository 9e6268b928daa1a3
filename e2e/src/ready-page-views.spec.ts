import { publishDay } from "./support/publish-day.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

test("the page shows a feature over time, an earlier run of it, and the run beside the one before; its address keeps which", async ({
  page,
  folder,
  startGateway,
}) => {
  const store = `${folder}/views`;
  for (const day of [1, 2, 3]) await publishDay(folder, store, day, 120 + day);
  const gateway = await startGateway(store);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${gateway.origin}/#amount`);
  const [panel, trend, compare] = ["panel", "trend", "compare"].map((name) =>
    page.locator(`feature-${name}`),
  );
  await expect(panel!.locator(".badge")).toBeVisible();
  await waitUntilDrawn(page);
  expect([await trend!.count(), await compare!.count()]).toEqual([0, 0]);

  await page.emulateMedia({ forcedColors: "active" });
  const ground = await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  await expect(page.getByRole("button", { name: "Report" })).not.toHaveCSS("background-color", ground);
  await page.emulateMedia({ forcedColors: "none" });

  await page.getByRole("button", { name: "Over time" }).click();
  await expect(trend!.locator(".badge")).toBeVisible();
  await expect(panel!).toBeHidden();
  expect(page.url()).toBe(`${gateway.origin}/?view=trend#amount`);
  await trend!.locator('[part~="chart"] [tabindex="0"]').focus();
  for (const key of ["Home", "Enter"]) await page.keyboard.press(key);

  await expect(trend!).toBeHidden();
  await expect(panel!.locator(".badge")).toBeVisible();
  await expect(page.getByRole("button", { name: "Report" })).toBeFocused();
  await expect(page.locator(".views p")).toHaveText("Run day-1 Show the newest");
  expect(page.url()).toBe(`${gateway.origin}/?run=day-1#amount`);
  expect(asked).toContain("/api/v1/pipelines/days/runs/day-1/features/amount/statistics.json");

  asked.length = 0;
  await page.goto(`${gateway.origin}/?view=compare&run=day-2#amount`);
  await expect(compare!.getByRole("heading")).toContainText("amount");
  await expect(compare!.locator('[part~="chart"]').first()).toBeVisible();
  for (const run of ["day-2", "day-1"])
    expect(asked).toContain(`/api/v1/pipelines/days/runs/${run}/features/amount/statistics.json`);
  await expect(panel!).toBeHidden();
  expect(await panel!.getAttribute("src")).toBeNull();

  await page.getByRole("button", { name: "Show the newest" }).click();
  await expect(page.locator(".views p")).toBeHidden();
  await expect(compare!).toHaveAttribute("src", `${gateway.origin}/api/v1/pipelines/days/features/amount/`);
  await page.getByRole("button", { name: "Report" }).click();
  await expect(panel!.locator(".badge")).toBeVisible();
  expect(page.url()).toBe(`${gateway.origin}/#amount`);
});

test("another feature is shown in its newest run, in the view that was chosen", async ({
  page,
  folder,
  startGateway,
}) => {
  const store = `${folder}/views-of-another`;
  for (const day of [1, 2]) await publishDay(folder, store, day, 130 + day);
  const gateway = await startGateway(store);
  await page.goto(`${gateway.origin}/?view=trend&run=day-1#amount`);
  const trend = page.locator("feature-trend");
  await expect(trend).toHaveAttribute("src", /\/runs\/day-1\/features\/amount\/$/);
  const other = page.locator("feature-board [data-key]:not([data-key=amount])").first();
  const key = await other.getAttribute("data-key");
  await other.click();
  await expect(trend).toHaveAttribute("src", `${gateway.origin}/api/v1/pipelines/days/features/${key}/`);
  await expect(trend.getByRole("heading")).toContainText(key!);
  expect(page.url()).toBe(`${gateway.origin}/?view=trend#${key}`);
});

test("a first run has none before it, until a second one comes", async ({ page, folder, startGateway }) => {
  const store = `${folder}/views-of-one`;
  await publishDay(folder, store, 1, 151);
  const gateway = await startGateway(store);
  await page.goto(gateway.origin);
  await expect(page.locator("feature-panel .badge")).toBeVisible();
  const compare = page.getByRole("button", { name: "Beside the run before" });
  await expect(compare).toBeDisabled();
  await expect(compare).toHaveAttribute("title", "There is no run before");
  await publishDay(folder, store, 2, 152);
  await expect(compare).toBeEnabled();
  await compare.click();
  await expect(page.locator("feature-compare [part~=chart]").first()).toBeVisible();
});

test("a run that is not there is told as such", async ({ page, folder, startGateway, complaints }) => {
  const store = `${folder}/views-of-none`;
  await publishDay(folder, store, 1, 141);
  const gateway = await startGateway(store);
  await page.goto(`${gateway.origin}/?run=none#amount`);
  await expect(page.locator("feature-panel")).toContainText("There is no such run.");
  await page.getByRole("button", { name: "Show the newest" }).click();
  await expect(page.locator("feature-panel .badge")).toBeVisible();
  expect(complaints.splice(0).filter((text) => !text.includes("/runs/none/"))).toEqual([]);
});
