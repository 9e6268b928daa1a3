import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, newPath } from "./tables.js";

const folder = temporaryFolder();

test("a run is published once; the same again changes nothing; another of the same id is refused", async () => {
  const [store, report] = [join(folder, "store"), newPath(folder)];
  const analyzeAs = (centre: number): ReturnType<typeof featurescope> =>
    featurescope(
      "analyze",
      ["--data", applications(folder, 100, centre, 9), "--out", report, "--run", "r1"],
      ["--pipeline", "信用/hourly", "--no-pictures"],
    );
  await analyzeAs(40);
  const first = await featurescope("publish", report, "--to", store);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toContain("信用/hourly r1 → ");
  const again = await featurescope("publish", report, "--to", store, "--json");
  expect(JSON.parse(again.stdout)).toMatchObject({ pipeline: "信用/hourly", run: "r1", isNew: false });

  await analyzeAs(44);
  const other = await featurescope("publish", report, "--to", store);
  expect(other.code).toBe(5);
  expect(other.stderr).toMatch(/^featurescope: expected run r1 to be new, .*\n$/);
  expect(readdirSync(join(store, "_log/v1"))).toHaveLength(1);
});

test("what is no report is refused", async () => {
  const { code, stderr } = await featurescope(
    "publish",
    join(folder, "nothing"),
    "--to",
    join(folder, "other"),
  );
  expect(code).toBe(4);
  expect(stderr).toContain("found no manifest.json");
});
