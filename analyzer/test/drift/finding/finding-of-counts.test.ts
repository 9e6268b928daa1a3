import { expect, test } from "vitest";
import { sayFinding, toldIndex } from "../../../src/drift/index.js";
import { documentsOf } from "../documents.js";
import { draw, ids, oneOf } from "../drawn-rows.js";
import { normal } from "../random.js";

const finding = (...rows: Parameters<typeof documentsOf>) => documentsOf(...rows).statistics.finding;
const said = (...rows: Parameters<typeof documentsOf>) =>
  sayFinding(finding(...rows), "en").replaceAll("\u00a0", " ");
const around =
  (center: number, spread = 1) =>
  (random: () => number): number =>
    center + spread * normal(random);
const flag =
  (share: number) =>
  (random: () => number): number =>
    random() < share ? 1 : 0;

const terms = (last: number) => (random: () => number) =>
  random() < last ? 2.5 : [1, 2, 3][Math.floor(random() * 3)]!;
const day = (order: "day first" | "month first") => (random: () => number) => {
  const written = [String(1 + Math.floor(random() * 30)).padStart(2, "0"), "09"];
  return `${(order === "day first" ? written : written.reverse()).join("/")}/2026`;
};

test("of a calm feature, the bin that alone is beyond noise is told, not a median that stayed", () => {
  expect(said(draw(5000, 1, flag(0.005)), draw(5000, 2, flag(0.02)))).toMatch(
    /^Within limits: zeros 99\.\d → 98\.\d %\.$/,
  );
  const infinite = draw(5000, 4, (random) => (random() < 0.003 ? Infinity : around(50)(random)));
  expect(said(draw(5000, 3, around(50)), infinite)).toMatch(
    /^Within limits: infinite values 0\.0 → \d\.\d %\.$/,
  );
  const shares = { salaried: 0.5, student: 0.3, retired: 0.2 };
  expect(
    finding(draw(5000, 5, oneOf(shares)), draw(5000, 6, oneOf({ ...shares, retired: 0.196, intern: 0.004 }))),
  ).toMatchObject({ code: "as-before", arguments: { binType: "other", shareReference: 0 } });
});

test("so is the bin that moved most, where it was not the median", () => {
  const calm = around(50, 10);
  const some = (random: () => number): number => (random() < 0.04 ? 58 + 12 * random() : calm(random));
  expect(said(draw(20_000, 14, calm), draw(20_000, 15, some))).toMatch(
    /^Within limits: values ≥ 6\d\.\d, (9\.9|10\.\d) → 1[1-3]\.\d %\.$/,
  );
  expect(said(draw(20_000, 14, calm), draw(20_000, 15, around(51.5, 10)))).toMatch(
    /^Within limits: median 50(\.\d)? → 51\.\d\.$/,
  );
});

test("a rare value among frequent ones is what moved, though the median went from one of these to the next", () => {
  const { code, arguments: args } = finding(draw(20_000, 7, terms(0)), draw(20_000, 8, terms(0.02)));
  expect([code, args["binType"], args["binLow"], args["binHigh"]]).toEqual(["more", "interval", null, null]);
  expect(args["shareCurrent"]).toBeCloseTo(0.02, 2);
});

test("values that came where the reference has none are told by its missing share", () => {
  const empty = draw(1000, 9, () => null);
  expect(said(empty, draw(1000, 10, around(50)))).toBe("Missing 100.0 → 0.0 %; nothing to compare with.");
  expect(
    said(
      draw(60, 9, () => null),
      draw(60, 10, (random) => (random() < 0.98 ? null : 1)),
    ),
  ).toBe("Nothing to compare with.");
});

test("new levels are told first where all are too rare for a bin", () => {
  const { code, arguments: args } = finding(
    draw(1000, 12, day("day first")),
    draw(1000, 13, day("month first")),
  );
  expect(code).toBe("gone-and-new");
  expect(args["newCount"]).toBe(29);
  expect(args["unseenCurrent"]).toBeGreaterThan(0.9);
});

test("identifiers have no index to tell, of few rows neither; that these are few is said", () => {
  const { statistics } = documentsOf(ids(0), ids(5000).slice(0, 60));
  expect(statistics.drift?.verdicts.index.value).toBe(0);
  expect(toldIndex(statistics.drift!.verdicts)).toBeNull();
  expect(sayFinding(statistics.finding, "en")).toBe("Too few rows: 60, at least 100 are needed.");
});
