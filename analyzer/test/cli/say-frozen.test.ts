import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { table } from "./tables.js";

const folder = temporaryFolder();

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** Freezes a row a minute from a day on. */
async function freeze(rows: number, day: number): Promise<{ said: string; stderr: string }> {
  const line = (row: number): unknown[] => [new Date(day + row * 60_000).toISOString(), (row * 7919) % 101];
  const data = table(folder, [["at", "age"], ...Array.from({ length: rows }, (_, row) => line(row))]);
  const args = ["--data", data, "--time-column", "at", "--out", join(folder, "reference.json")];
  const { code, stdout, stderr } = await featurescope("reference", args);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, "reference.json"), "utf8"))).toMatchObject({ rows });
  return { said: plain(stdout), stderr: plain(stderr) };
}

test("a reference of too few rows, or of long ago, is told when it is frozen", async () => {
  const { said, stderr } = await freeze(99, Date.UTC(2019, 4, 1));
  expect(said).toContain(": 1 feature of 99 rows, 1 May 2019, 00:00–01:38 UTC → ");
  expect(stderr).toBe(
    "featurescope: no run's index will be judged against 99 rows: 100 are needed; freeze more\n" +
      "featurescope: the rows are of more than a year ago (1 May 2019, 00:00–01:38 UTC): runs will show all that has changed since; where that is not meant, freeze newer ones\n",
  );
});

test("nothing is told of one of a hundred rows of last week", async () => {
  expect((await freeze(100, Date.now() - 7 * 86_400_000)).stderr).toBe("");
});
