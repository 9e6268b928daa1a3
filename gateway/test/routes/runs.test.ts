import { expect, test } from "vitest";
import { startGateway } from "../support/start-gateway.js";
import { publish, temporaryFolder } from "../support/write-report.js";

interface RunPage {
  runs: { run: string; href: string }[];
  nextCursor: string | null;
}

const time = (n: number) => new Date(Date.UTC(2026, 0, 1, n)).toISOString();

test("runs beyond those that are kept in memory are listed and served all the same", async () => {
  const folder = await temporaryFolder();
  const total = 520;
  for (let n = 0; n < total; n++) {
    await publish(folder, { run: `r${n}`, createdAt: time(n), features: [{ name: "age", mean: n }] });
  }
  const { ask, gateway } = await startGateway(folder);
  expect(gateway.index.pipeline("credit")?.older.size).toBe(20);

  const listed: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page = (await ask(`/api/v1/pipelines/credit/runs?limit=300${query}`)).json() as unknown as RunPage;
    listed.push(...page.runs.map(({ run }) => run));
    cursor = page.nextCursor;
  }
  const old = "/api/v1/pipelines/credit/runs/r3";

  expect(listed).toEqual(Array.from({ length: total }, (_, i) => `r${total - 1 - i}`));
  expect((await ask(`${old}/features/age/statistics.json`)).json()["mean"]).toBe(3);
  expect((await ask(old)).json()["run"]).toBe("r3");
  expect((await ask("/api/v1/pipelines/credit/runs/r520")).status).toBe(404);
});
