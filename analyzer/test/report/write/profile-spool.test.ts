import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ProfileSpool } from "../../../src/report/write/profile-spool.js";
import { profileValues } from "../../profile/profile-csv.js";
import { temporaryFolder } from "../../temporary-folder.js";

const folder = temporaryFolder();

test("profiles come back as they were, in their order, as often as they are asked for; nothing stays behind", async () => {
  const profiles = [
    await profileValues(folder, [1, 2, 2, "inf", null]),
    await profileValues(folder, ["x", "y", "年龄"]),
    await profileValues(folder, []),
  ];
  const beside = join(folder, "new", "report");
  const spool = await ProfileSpool.create(beside);
  for (const profile of profiles) await spool.add(profile);
  expect(spool.size).toBe(3);
  for (let time = 0; time < 2; time++) {
    const read = [];
    for await (const profile of spool.all()) read.push(profile);
    expect(read).toEqual(profiles);
  }
  expect(readdirSync(join(folder, "new"))).toHaveLength(1);
  await spool.remove();
  expect(readdirSync(join(folder, "new"))).toEqual([]);
});

test("of a file that was cut off meanwhile no profile is made up", async () => {
  const spool = await ProfileSpool.create(join(folder, "cut", "report"));
  await spool.add(await profileValues(folder, [1, 2, 3]));
  const [file = ""] = readdirSync(join(folder, "cut"));
  truncateSync(join(folder, "cut", file), 10);
  await expect(spool.all().next()).rejects.toMatchObject({
    code: "store-unreachable",
    message: expect.stringMatching(
      /expected to write .*report, found: what was written beside it is cut off/,
    ),
  });
  await spool.remove();
  expect(readdirSync(join(folder, "cut"))).toEqual([]);
});
