import { setTimeout as wait } from "node:timers/promises";
import type { Manifest } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import type { Catalog } from "../../src/catalog/catalog.js";
import { openRunBy } from "../../src/index/open-run.js";
import { ReportIndex } from "../../src/index/report-index.js";
import { eventually } from "../support/eventually.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

const manifest = JSON.parse(String(reportFiles({ run: "r" }).get("manifest.json"))) as Manifest;
const [row] = manifest.features;

/** An index whose pipeline has a kept run and older ones, all with as many features; and what was opened. */
function olderRuns(count: number, features: number, maxBytes?: number) {
  const rows = Array.from({ length: features }, (_, i) => ({ ...row!, name: `f${i}`, key: `f${i}` }));
  const report = (n: number) =>
    packedReport(
      {
        ...manifest,
        run: `r${n}`,
        createdAt: new Date(Date.UTC(2026, 0, 1, n)).toISOString(),
        features: rows,
      },
      { id: `r${n}`, publishedAt: n, path: `r${n}` },
    );
  const state = { opened: 0, isDown: false, latencyMs: 0 };
  const catalog: Pick<Catalog, "open"> = {
    async open({ publishedAt }) {
      if (state.isDown) throw new Error("down");
      state.opened++;
      await wait(state.latencyMs);
      return report(publishedAt);
    },
  };
  const index = new ReportIndex({ maxRuns: 1, maxBytes: 1e9 });
  index.add(report(count));
  for (let n = 0; n < count; n++) {
    index.addOlder({ id: `r${n}`, publishedAt: n, of: { pipelineKey: "credit", run: `r${n}` } });
  }
  return { open: openRunBy(catalog, maxBytes), pipeline: index.pipeline("credit")!, state };
}

async function openAll({ open, pipeline }: ReturnType<typeof olderRuns>, from: number, to: number) {
  for (let n = from; n < to; n++) {
    expect((await open(pipeline, `r${n}`))?.manifest.run).toBe(`r${n}`);
  }
}

test("an older run is read when it is asked for, and again only after sixty-four others", async () => {
  const runs = olderRuns(70, 2);
  await openAll(runs, 0, 64);
  await openAll(runs, 0, 64);
  expect(runs.state.opened).toBe(64);

  await openAll(runs, 64, 65);
  await openAll(runs, 1, 65);
  expect(runs.state.opened).toBe(65);
  await openAll(runs, 0, 1);
  expect(runs.state.opened).toBe(66);
});

test("of wide runs fewer stay open, and the last one in any case", async () => {
  const runs = olderRuns(10, 50, 30_000);
  await openAll(runs, 0, 10);
  await openAll(runs, 9, 10);
  expect(runs.state.opened).toBe(10);
  await openAll(runs, 0, 1);
  expect(runs.state.opened).toBe(11);

  const tight = olderRuns(2, 50, 1);
  await openAll(tight, 0, 1);
  await openAll(tight, 0, 1);
  expect(tight.state.opened).toBe(1);
});

test("a run that could not be read is read again; one that is kept with its figures is not read at all", async () => {
  const { open, pipeline, state } = olderRuns(1, 1);
  state.isDown = true;
  await expect(open(pipeline, "r0")).rejects.toThrow("down");
  state.isDown = false;

  expect((await open(pipeline, "r0"))?.manifest.run).toBe("r0");
  expect((await open(pipeline, "r1"))?.manifest.run).toBe("r1");
  expect(await open(pipeline, "none")).toBeUndefined();
  expect(state.opened).toBe(1);
});

test("a run that is long in coming is refused to who waits, and read all the same, once", async () => {
  const { open, pipeline, state } = olderRuns(2, 2);
  state.latencyMs = 3000;

  await expect(open(pipeline, "r0")).rejects.toMatchObject({ code: "store-unreachable" });
  await expect(open(pipeline, "r0")).rejects.toMatchObject({ code: "store-unreachable" });
  await eventually(async () => expect((await open(pipeline, "r0"))?.manifest.run).toBe("r0"));
  expect(state.opened).toBe(1);
});
