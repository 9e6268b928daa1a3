import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { featurescope, repository } from "./support/programs.js";
import { serve } from "./support/site.js";
import { drawRows, writeRows } from "./support/table.js";
import { expect, test } from "./support/test.js";

test("a page of the first design works against this gateway, from another origin", async ({
  page,
  folder,
  startGateway,
}) => {
  const [data, report, store, pages] = ["f.csv", "f-report", "f-store", "pages"].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const ages = drawRows(900, 41, 0.01, 31).map(({ amount, segment }) => ({ user_age: amount, segment }));
  await writeRows(data, ages);
  await featurescope("analyze", "--data", data, "--pipeline", "credit", "--out", report, "--quiet");
  await featurescope("publish", report, "--to", store, "--quiet");

  await mkdir(pages);
  const site = await serve(pages, "default-src http: data:");
  const gateway = await startGateway(store, { CORS_ORIGINS: site.origin });
  const html = await readFile(join(repository, "stories/first-design.html"), "utf8");
  await writeFile(join(pages, "index.html"), html.replace("http://localhost:8000", gateway.origin));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.origin}/`);
  const panel = page.locator("feature-monitor-panel");
  await expect(panel.getByRole("heading", { name: "user_age" })).toBeVisible();
  await expect(panel.getByRole("rowheader", { name: "mean", exact: true })).toBeVisible();
  await expect(panel.locator(".live canvas").first()).toBeVisible();
  expect(asked.some((url) => url.startsWith(`${gateway.origin}/api/v1/features/user_age/`))).toBe(true);

  const stats = await fetch(`${gateway.origin}/api/v1/features/user_age/stats`);
  expect(((await stats.json()) as { feature: string }).feature).toBe("user_age");
  const plot = await fetch(`${gateway.origin}/api/v1/features/user_age/plot`);
  expect(plot.headers.get("content-type")).toBe("image/png");
  site.close();
});
