import { join } from "node:path";
import { OF_A_DEAD_GATEWAY } from "./support/complaints.js";
import type { Gateway } from "./support/programs.js";
import { publishDay } from "./support/publish-day.js";
import { expect, test } from "./support/test.js";

async function newestRun({ origin }: Gateway): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/pipelines/days/features/amount/statistics.json`);
  return ((await answer.json()) as { run: string }).run;
}

test("a published run becomes the newest while the gateway runs; a backfilled one does not", async ({
  page,
  folder,
  startGateway,
}) => {
  const store = join(folder, "days");
  await publishDay(folder, store, 3, 21);
  const gateway = await startGateway(store);
  expect(await newestRun(gateway)).toBe("day-3");
  const address = `${gateway.origin}/#amount`;
  await page.goto(address);
  await expect(page.locator("feature-panel footer")).toContainText("day-3");

  await publishDay(folder, store, 1, 22);
  await publishDay(folder, store, 4, 23);
  await expect.poll(() => newestRun(gateway)).toBe("day-4");
  await page.reload();
  await expect(page.locator("feature-panel footer")).toContainText("day-4");

  const history = await fetch(`${gateway.origin}/api/v1/pipelines/days/features/amount/history`);
  const { rows } = (await history.json()) as { rows: { run: string }[] };
  expect(rows.map(({ run }) => run)).toEqual(["day-1", "day-3", "day-4"]);

  const old = `${gateway.origin}/api/v1/pipelines/days/runs/day-3/features/amount/statistics.json`;
  expect((await fetch(old)).headers.get("cache-control")).toContain("immutable");
});

test("when the gateway dies, the panel keeps what it shows", async ({
  page,
  folder,
  startGateway,
  complaints,
}) => {
  const store = join(folder, "dies");
  await publishDay(folder, store, 2, 24);
  const gateway = await startGateway(store);
  await page.goto(`${gateway.origin}/#amount`);
  const panel = page.locator("feature-panel");
  await expect(panel.locator(".live canvas").first()).toBeVisible();
  const figures = await panel.getByRole("table").first().innerText();
  await gateway.kill();
  await panel.evaluate((element) => (element as unknown as { reload(): void }).reload());
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(await panel.getByRole("table").first().innerText()).toBe(figures);
  await expect(panel.locator(".live canvas").first()).toBeVisible();
  await page.close();
  expect(complaints.splice(0).filter((text) => !OF_A_DEAD_GATEWAY.test(text))).toEqual([]);
});
