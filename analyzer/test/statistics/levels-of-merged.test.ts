import { expect, test } from "vitest";
import type { FrozenFeature } from "../../src/artifact/index.js";
import { freezeFeature } from "../../src/profile/freeze-feature.js";
import { levelProfile } from "../../src/profile/level-profile.js";
import { levelsOf } from "../../src/statistics/levels-of.js";
import { withDataset } from "../dataset/read-columns.js";
import { writeColumn } from "../profile/profile-csv.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();
const frozen = async (values: readonly string[]): Promise<FrozenFeature> =>
  freezeFeature(
    await withDataset(writeColumn(folder, values), {}, (dataset) =>
      levelProfile(dataset, "a", "categorical", null),
    ),
  );

test("a level whose rows are not known after a cut is not said to be gone", async () => {
  const reference = await frozen([...Array<string>(200).fill("often"), "rare", "scarce"]);
  const column = writeColumn(folder, [...Array<string>(90).fill("often"), "rare", "fresh"]);
  const whole = await withDataset(column, {}, (dataset) =>
    levelProfile(dataset, "a", "categorical", reference),
  );
  const changes = (levels: typeof whole.levels): Record<string, string | null> =>
    Object.fromEntries(
      levelsOf({ ...whole, levels }, reference).levels!.map(({ value, change }) => [value, change]),
    );
  expect(changes(whole.levels)).toEqual({ often: null, rare: null, scarce: "gone", fresh: "new" });
  expect(changes(whole.levels!.slice(0, 1))).toEqual({ often: null });
});

const addresses = (from: number): string[] =>
  Array.from({ length: 200 }, (_, i) => `customer-${from + i}@example.com`);

test("levels of an identifier are counted, and none is written down: they may be persons", async () => {
  const reference = await frozen(addresses(0));
  const column = writeColumn(folder, addresses(150));
  const profile = await withDataset(column, {}, (dataset) =>
    levelProfile(dataset, "a", "categorical", reference),
  );
  expect(levelsOf(profile, reference)).toEqual({
    levels: [],
    otherLevels: { levels: 350, current: 200, reference: 200 },
  });
  expect(levelsOf(profile, undefined).levels).toEqual([]);
});
