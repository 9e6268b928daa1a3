import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { mean, median, missingShare, stabilityIndex } from "./support/independent.js";
import { featurescope } from "./support/programs.js";
import { drawRows, writeRows } from "./support/table.js";
import { expect, test } from "./support/test.js";

const reference = drawRows(5000, 50, 0.02, 11);
const current = drawRows(3000, 58, 0.06, 12);
const before = reference.map((row) => row.amount);
const now = current.map((row) => row.amount);

/** Numbers of a row of the panel's figures, as a reader sees them: current, reference, difference. */
async function figures(panel: Locator, label: string): Promise<{ value: number; precision: number }[]> {
  const row = panel
    .getByRole("row")
    .filter({ has: panel.page().getByRole("rowheader", { name: label, exact: true }) });
  const cells = await row.first().getByRole("cell").allTextContents();
  return cells.map((cell) => {
    const text = cell
      .replace("−", "-")
      .replace(/[^\d.,-]/g, "")
      .replaceAll(",", "");
    return { value: Number(text), precision: 0.5 * 10 ** -(text.split(".")[1]?.length ?? 0) };
  });
}

test("rows, command, gateway and panel say the same as an independent calculation", async ({
  page,
  folder,
  startGateway,
}) => {
  const [past, present] = [join(folder, "past.csv"), join(folder, "present.csv")];
  await writeRows(past, reference);
  await writeRows(present, current);
  const [report, store] = [join(folder, "report"), join(folder, "store")];
  await featurescope(
    "analyze",
    "--data",
    present,
    "--reference",
    past,
    "--pipeline",
    "e2e",
    "--out",
    report,
    "--quiet",
  );
  await featurescope("publish", report, "--to", store, "--quiet");
  const gateway = await startGateway(store);
  const address = `${gateway.origin}/api/v1/pipelines/e2e/features/amount/statistics.json`;
  const statistics = (await (await fetch(address)).json()) as Record<string, number> & {
    drift: { metrics: { name: string; value: number }[] };
  };
  const index = statistics.drift.metrics.find(({ name }) => name === "populationStabilityIndex")?.value;
  expect(statistics["mean"]).toBeCloseTo(mean(now), 9);
  expect(statistics["p50"]).toBe(median(now));
  expect(statistics["missing"]).toBe(now.filter((value) => value === null).length);
  expect(index).toBeCloseTo(stabilityIndex(before, now), 12);

  await page.goto(`${gateway.origin}/#amount`);
  const panel = page.locator("feature-panel");
  await expect(panel.getByRole("heading", { name: "amount" })).toBeVisible();
  await expect(panel.getByRole("rowheader", { name: "mean", exact: true })).toBeVisible();
  const expected = {
    mean: [mean(now), mean(before)],
    median: [median(now), median(before)],
    missing: [100 * missingShare(now), 100 * missingShare(before)],
  };
  // The figures are read at once, without waiting: the table may just be drawn anew.
  await expect(async () => {
    for (const [label, values] of Object.entries(expected)) {
      const shown = await figures(panel, label);
      for (const [side, value] of values.entries()) {
        const { value: found, precision } = shown[side] ?? { value: Number.NaN, precision: 0 };
        expect(Math.abs(found - value), `${label}: ${found} is shown, ${value} expected`).toBeLessThanOrEqual(
          precision + 1e-9,
        );
      }
    }
  }).toPass({ timeout: 10_000 });
  await expect(panel.locator("[part=badge]")).toContainText(stabilityIndex(before, now).toFixed(2));
});
