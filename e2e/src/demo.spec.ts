import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "./support/programs.js";
import { expect, test } from "./support/test.js";

/** Makes the reports of `npm start`. */
function makeReports(store: string): { status: number | null; said: string } {
  const program = join(repository, "stories/dist/demo/make-reports.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "--out", store], {
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

test("the data of npm start: two pipelines of real rows, made once, with the planted shift on top", async ({
  page,
  folder,
  startGateway,
}) => {
  test.slow();
  const store = join(folder, "demo");
  const first = makeReports(store);
  expect(first, first.said).toMatchObject({ status: 0 });
  expect(first.said).toContain("flights: published");
  expect(makeReports(store)).toEqual({ status: 0, said: "" });

  const gateway = await startGateway(store, { DEFAULT_PIPELINE: "credit" });
  const runs = async (pipeline: string): Promise<unknown[]> => {
    const answer = await fetch(`${gateway.origin}/api/v1/pipelines/${pipeline}/features`);
    expect(answer.ok).toBe(true);
    const { features } = (await answer.json()) as { features: { recent: { runs: unknown[] } }[] };
    return features[0]?.recent.runs ?? [];
  };
  expect(await runs("flights")).toHaveLength(20);
  expect(await runs("credit")).toHaveLength(12);

  await page.goto(gateway.origin);
  const board = page.locator("feature-board");
  await expect(board).toContainText("The shift is planted");
  for (const name of ["user_age", "loan_amount"]) {
    await expect(board.getByRole("row").filter({ hasText: name })).toContainText("shifted");
  }
  await expect(page.locator("feature-panel .live canvas").first()).toBeVisible();
  await page.getByRole("link", { name: "flights" }).click();
  await expect(board.getByRole("row").filter({ hasText: "delay" })).toBeVisible();
});
