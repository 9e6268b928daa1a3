import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { DAY, type Drift, type StatisticsDocument, type Window } from "../../src/artifact/index.js";
import { type RecomputedFigure, recompute } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { documentsOf } from "./documents.js";
import { normal, randomOf } from "./random.js";

const folder = temporaryFolder();

const draw = <T>(count: number, seed: number, row: (random: () => number) => T): T[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => row(random));
};
const level = (random: () => number): string | null =>
  random() < 0.03 ? null : `level ${Math.floor(random() ** -0.8)}`;
const amount = (random: () => number): number | null =>
  random() < 0.02 ? null : random() < 0.6 ? 0 : Math.exp(2 * normal(random));

/** Points in time up to ten days old: the reference's of September, the run's of 10 October, none after the first of it; so many of them another time. */
function datesOf(share: number, time: number): ReturnType<typeof documentsOf> {
  const first = Date.UTC(2026, 9, 1);
  const days = (from: number, length: number) => (random: () => number) =>
    first + DAY * (from + length * random() - 10 * random());
  const reference = draw(4000, 18, days(-30, 30));
  const current = draw(1000, 19, (random) => (random() < share ? time : Math.min(first, days(9, 1)(random))));
  const windowOf = (from: number, to: number): Window => ({
    start: new Date(first + from * DAY).toISOString(),
    end: new Date(first + to * DAY).toISOString(),
  });
  return documentsOf(reference, current, { kind: "datetime" }, [windowOf(-30, 0), windowOf(9, 10)]);
}

/** As read from a file. */
const DOCUMENTS = [
  documentsOf(
    draw(5000, 1, normal),
    draw(1000, 2, (random) => 0.4 + normal(random)),
  ),
  documentsOf(draw(5000, 3, normal), draw(5000, 3, normal)),
  documentsOf(
    draw(3000, 10, amount),
    draw(2000, 11, (random) => (random() < 0.04 ? -999 : amount(random))),
  ),
  documentsOf(
    draw(3000, 12, amount),
    draw(2000, 13, (random) => (random() < 0.04 ? 15_000 : amount(random))),
  ),
  documentsOf(draw(8000, 4, amount), draw(90, 5, amount)),
  documentsOf(draw(8000, 6, level), draw(2000, 7, level)),
  documentsOf(
    draw(8000, 14, (random) => (random() < 0.3 ? null : normal(random))),
    draw(2000, 15, (random) => (random() < 0.35 ? null : normal(random))),
  ),
  documentsOf(
    draw(900, 16, (random) => (random() < 0.2 ? null : normal(random))),
    draw(90, 17, (random) => (random() < 0.01 ? null : normal(random))),
  ),
  datesOf(0.02, 0),
  datesOf(0.01, 253_402_214_400_000),
  documentsOf(draw(500, 8, normal), []),
  documentsOf(
    draw(500, 9, () => 7),
    draw(500, 9, () => 7),
  ),
].map(({ statistics }) => JSON.parse(JSON.stringify(statistics)) as StatisticsDocument);

test.each(DOCUMENTS)("document %#: every figure follows from the bins in the JSON", ({ drift }) => {
  const figures = recompute(drift!);
  expect(figures.length).toBeGreaterThanOrEqual(drift!.bins.length);
  for (const { written, recomputed } of figures) {
    expect(Math.abs(written - recomputed)).toBeLessThanOrEqual(1e-12);
  }
});

const differs = ({ written, recomputed }: RecomputedFigure): boolean =>
  Math.abs(written - recomputed) > 1e-12;

test("a figure that does not follow from the bins is found", () => {
  const { drift } = DOCUMENTS[0]!;
  const forged: Drift = { ...drift!, noiseBound: drift!.noiseBound! * 1.01 };
  const wrong = recompute(forged).filter(differs);
  expect(wrong.map(({ name }) => name)).toEqual(["noiseBound"]);
  const beyond = { ...drift!.verdicts.beyond!, value: 0, noise: 0 };
  expect(recompute({ ...drift!, verdicts: { ...drift!.verdicts, beyond } }).filter(differs)).toHaveLength(2);
  const missing = { ...drift!.verdicts.missing, value: 0.5, noise: 0.5 };
  expect(recompute({ ...drift!, verdicts: { ...drift!.verdicts, missing } }).filter(differs)).toHaveLength(2);
  const heaped = { ...drift!.verdicts.heaped!, value: 0.5, noise: 0.5 };
  expect(recompute({ ...drift!, verdicts: { ...drift!.verdicts, heaped } }).filter(differs)).toHaveLength(2);

  const dates = DOCUMENTS.find(({ drift }) => drift!.verdicts.stale !== null)!.drift!;
  expect(dates.verdicts).toMatchObject({ stale: { verdict: "shifted" }, beyond: { verdict: "shifted" } });
  const times = { ...dates.times!, earlier: 1, overdue: 5 };
  expect(
    recompute({ ...dates, times })
      .filter(differs)
      .map(({ name }) => name),
  ).toEqual(["shareBeyond", "shareOverdue"]);
});

function write(document: unknown, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

/** Whoever has no Python can do without; CI cannot. */
const python = spawnSync("python3", ["--version"]).status === 0 || process.env["CI"] !== undefined;

test.runIf(python)("plain Python comes to the same figures, and to others from a forged file", () => {
  const script = fileURLToPath(new URL("recompute.py", import.meta.url));
  const paths = DOCUMENTS.map((document, i) => write(document, `${i}.json`));
  const honest = spawnSync("python3", [script, ...paths], { encoding: "utf8" });
  expect(honest.stdout).toMatch(/^\d+ figures recomputed, 0 differ\n$/);
  expect(honest.status).toBe(0);

  const [first] = DOCUMENTS;
  const forged = write({ ...first, drift: { ...first!.drift, pValue: 0.5 } }, "forged.json");
  const caught = spawnSync("python3", [script, forged], { encoding: "utf8" });
  expect(caught.stdout).toContain("pValue is 0.5");
  expect(caught.status).toBe(1);
  const moved = write({ ...first, drift: { ...first!.drift, belowReference: 900 } }, "moved.json");
  expect(spawnSync("python3", [script, moved], { encoding: "utf8" }).stdout).toContain("shareBeyond is");
  const dates = DOCUMENTS.find(({ drift }) => drift!.verdicts.stale !== null)!;
  const times = { ...dates.drift!.times, overdue: 900, earlier: 900 };
  const dated = write({ ...dates, drift: { ...dates.drift, times } }, "dated.json");
  const told = spawnSync("python3", [script, dated], { encoding: "utf8" }).stdout;
  expect(told).toMatch(/shareBeyond is .*\n.*shareOverdue is/);
  const { missing } = first!.drift!.verdicts;
  const verdicts = { ...first!.drift!.verdicts, missing: { ...missing, noise: missing.noise! + 1 / 1000 } };
  const noisy = write({ ...first, drift: { ...first!.drift, verdicts } }, "noisy.json");
  expect(spawnSync("python3", [script, noisy], { encoding: "utf8" }).stdout).toContain(
    "noiseOfMissingShare is",
  );
});
