import { FeaturescopeError, type Manifest } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import type { Catalog, Sighting } from "../../src/catalog/catalog.js";
import { pacedCatalog } from "../../src/catalog/paced-catalog.js";
import type { Report } from "../../src/index/report.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

const sighting = (pipelineKey: string, n: number): Sighting => ({
  id: `${pipelineKey}${n}`,
  publishedAt: n,
  of: { pipelineKey, run: `r${n}` },
});

/** A catalog whose pipelines have as many features as is told; it tells how many reports were open at once. */
function catalogOf(widths: Record<string, number>) {
  const state = { open: 0, most: 0, opened: [] as string[], isDown: false, asked: 0, mostAsked: 0 };
  const catalog: Catalog = {
    name: "told",
    isNewestFirst: true,
    pageSize: 1000,
    async *list() {},
    async isGone(id) {
      state.mostAsked = Math.max(state.mostAsked, ++state.asked);
      await new Promise((resolve) => setImmediate(resolve));
      state.asked--;
      return id.startsWith("gone");
    },
    async open({ id, publishedAt, of }): Promise<Report> {
      state.most = Math.max(state.most, ++state.open);
      await new Promise((resolve) => setImmediate(resolve));
      state.open--;
      state.opened.push(id);
      if (state.isDown) throw new Error("down");
      if (id.startsWith("gone")) throw new FeaturescopeError("unknown-file", "gone");
      const { pipelineKey, run } = of!;
      const features = Array.from({ length: widths[pipelineKey]! }, (_, i) => ({ name: `f${i}` }));
      const manifest = JSON.parse(String(reportFiles({ run }).get("manifest.json"))) as Manifest;
      const [row] = manifest.features;
      const rows = features.map(({ name }) => ({ ...row!, name, key: name }));
      return packedReport({ ...manifest, features: rows }, { id, publishedAt, path: id, pipelineKey });
    },
  };
  return { paced: pacedCatalog(catalog), state };
}

/** Opens eight reports of a pipeline at once. */
const openEight = (paced: Catalog, key: string): Promise<PromiseSettledResult<Report>[]> =>
  Promise.allSettled(Array.from({ length: 8 }, (_, n) => paced.open(sighting(key, n))));

test("reports of ten thousand features are opened one after the other, of few features all at once", async () => {
  const { paced, state } = catalogOf({ narrow: 20, wide: 10_000, medium: 5000 });
  await paced.open(sighting("narrow", 9));
  await openEight(paced, "narrow");
  expect(state.most).toBe(8);

  await paced.open(sighting("wide", 9));
  await paced.open(sighting("medium", 9));
  state.most = 0;
  await openEight(paced, "wide");
  expect(state.most).toBe(1);
  await openEight(paced, "medium");
  expect(state.most).toBe(2);
});

test("before anything is known of a store one report is opened alone", async () => {
  const { paced, state } = catalogOf({ wide: 10_000 });

  await openEight(paced, "wide");

  expect([state.most, state.opened]).toEqual([1, Array.from({ length: 8 }, (_, n) => `wide${n}`)]);
  expect(state.mostAsked).toBe(0);
});

test("those that fail make room for the others", async () => {
  const { paced, state } = catalogOf({ wide: 10_000 });
  state.isDown = true;

  const failed = await openEight(paced, "wide");
  state.isDown = false;

  expect(failed.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "rejected"));
  expect((await openEight(paced, "wide")).every(({ status }) => status === "fulfilled")).toBe(true);
});

test("while those that are opened are gone, all that wait are asked for at once and left out unread", async () => {
  const { paced, state } = catalogOf({ wide: 6000 });
  await openEight(paced, "gone");
  state.opened = [];

  const gone = openEight(paced, "gone");
  const wide = Promise.all([0, 1].map((n) => paced.open(sighting("wide", n))));

  expect((await gone).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "rejected"));
  expect((await wide).map(({ path }) => path)).toEqual(["wide0", "wide1"]);
  expect([state.mostAsked, state.most]).toEqual([9, 1]);
  // The second is opened before the store has said that it is gone.
  expect(state.opened).toEqual(["gone0", "gone1", "wide0", "wide1"]);
});
