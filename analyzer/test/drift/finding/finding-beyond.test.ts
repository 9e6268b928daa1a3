import { expect, test } from "vitest";
import { driftInChinese, addDriftWords, sayFinding } from "../../../src/drift/index.js";
import { documentsOf } from "../documents.js";
import { draw } from "../drawn-rows.js";
import { normal } from "../random.js";

addDriftWords(driftInChinese);

const around =
  (center: number, spread: number) =>
  (random: () => number): number =>
    center + spread * normal(random);
const reference = draw(5000, 1, around(50, 10));
const finding = (current: (number | null)[]) => documentsOf(reference, current).statistics.finding;
const sentinelIn =
  (share: number, rest: (random: () => number) => number) =>
  (random: () => number): number =>
    random() < share ? -999 : rest(random);

test("a sentinel in a fifth of the rows is told first, though it moves index and median", () => {
  const current = draw(5000, 2, sentinelIn(0.2, around(50, 10)));
  const { statistics } = documentsOf(reference, current);
  expect(statistics.drift?.verdicts.index.verdict).toBe("watch");
  const short = sayFinding(statistics.finding, "en", { short: true }).replaceAll("\u00a0", " ");
  expect(short).toMatch(/^(19|20)\.\d % below the reference's least value, down to −999$/);
  expect(sayFinding(statistics.finding, "en").replaceAll("\u00a0", " ")).toBe(
    `${short}; the rest as before.`,
  );
  expect(sayFinding(statistics.finding, "zh-Hans")).toMatch(
    /^低于基准最小值的占 (19|20)\.\d%，最低 −999；其余不变。$/,
  );
});

test("where the other values moved too, or all are beyond, the sentence begins with how values moved", () => {
  expect(finding(draw(5000, 3, sentinelIn(0.2, around(58, 10)))).code).toBe("higher");
  expect(finding(draw(5000, 4, around(50_000, 10_000)))).toMatchObject({
    code: "higher",
    arguments: { aboveShare: 1 },
  });
});

test("the rest is as before only within noise", () => {
  const wider = finding(draw(5000, 5, sentinelIn(0.03, around(50, 12))));
  expect([wider.code, wider.arguments["restMoved"]]).toEqual(["beyond-only", true]);
  expect(sayFinding(wider, "en")).toMatch(/; the rest little changed\.$/);
  expect(sayFinding(wider, "zh-Hans")).toMatch(/；其余变化不大。$/);
  const missing = (center: number) =>
    finding(draw(5000, 6, (random) => (random() < 0.05 ? null : around(center, 10)(random))));
  expect(missing(50)).toMatchObject({ code: "missing-only" });
  expect(missing(50).arguments).not.toHaveProperty("restMoved");
  expect(missing(51.5)).toMatchObject({ code: "missing-only", arguments: { restMoved: true } });
});
