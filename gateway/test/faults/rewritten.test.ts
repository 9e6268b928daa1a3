import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { writeReport } from "../support/write-report.js";

const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";

test("a report that is written anew under its run id is served as it is now, found by scan, and told of once", async () => {
  const folder = temporaryFolder();
  const report = join(folder, "today");
  const plan = { run: "a", features: [{ name: "age", mean: 1 }] };
  await writeReport(report, plan);
  const { ask, events, refresh } = await startGateway(folder, { catalog: "scan" });
  const warnings = () => events.filter(({ level }) => level === "warn").map(({ fields }) => fields["run"]);
  const touch = async (n: number): Promise<void> => {
    await utimes(join(report, "manifest.json"), n, n);
    await refresh();
  };
  await touch(1000);
  expect([(await ask(statistics)).json()["mean"], warnings()]).toEqual([1, []]);

  await writeReport(report, { ...plan, ...day(2), features: [{ name: "age", mean: 2 }] });
  for (const n of [2000, 3000, 4000]) await touch(n);

  expect([(await ask(statistics)).json()["mean"], warnings()]).toEqual([2, ["a"]]);
});
