import { expect, test } from "vitest";
import { findingOf, sayFinding } from "../../../src/drift/index.js";
import { documentsOf } from "../documents.js";
import { draw, ids, oneOf } from "../drawn-rows.js";
import { normal } from "../random.js";

const around =
  (center: number, spread = 1, missing = 0) =>
  (random: () => number): number | null =>
    random() < missing ? null : center + spread * normal(random);
const zerosAnd =
  (zeros: number, center: number) =>
  (random: () => number): number =>
    random() < zeros ? 0 : center + normal(random);
const humps = (random: () => number): number => (random() < 0.5 ? -30 : 30) + normal(random);
const codesFrom =
  (first: number) =>
  (random: () => number): number =>
    1_234_567 + first + Math.floor(random() * 40);

type Shares = Record<string, number>;

const finding = (...rows: Parameters<typeof documentsOf>) => documentsOf(...rows).statistics.finding;

/** What is said where the shares of levels changed and half of the rows became missing. */
const saidOfHalf = (kind: "categorical" | "boolean", before: Shares, after: Shares): string => {
  const some = oneOf(after);
  const half = (random: () => number) => (random() < 0.5 ? null : some(random));
  const found = finding(draw(9000, 39, oneOf(before)), draw(9000, 40, half), { kind });
  return sayFinding(found, "en").replaceAll("\u00a0", " ");
};

test("a median that moved, with the bin that most of the index comes from", () => {
  const { code, arguments: args } = finding(draw(9000, 1, around(50)), draw(3000, 2, around(51)));
  expect(code).toBe("higher");
  expect(args).toMatchObject({ withoutPoints: false, binType: "interval", binHigh: null });
  expect(args["medianReference"]).toBeCloseTo(50, 1);
  expect(args["medianCurrent"]).toBeCloseTo(51, 1);
  expect(args["binShare"]).toBeGreaterThan(0.2);
  expect(finding(draw(9000, 1, around(50)), draw(3000, 2, around(49))).code).toBe("lower");
});

test("zeros stand aside: their share stays, the others rise", () => {
  const { code, arguments: args } = finding(
    draw(9000, 3, zerosAnd(0.6, 10)),
    draw(3000, 4, zerosAnd(0.6, 12)),
  );
  expect(code).toBe("higher");
  expect(args["withoutPoints"]).toBe(0);
  expect(args["medianReference"]).toBeCloseTo(10, 0);
});

test("more zeros are said as what they are", () => {
  const { code, arguments: args } = finding(
    draw(9000, 5, zerosAnd(0.4, 10)),
    draw(3000, 6, zerosAnd(0.65, 10)),
  );
  expect(code).toBe("more");
  expect(args).toMatchObject({ binType: "point", binValue: 0 });
  expect(args["shareCurrent"]).toBeCloseTo(0.65, 1);
});

test("zeros that became missing values are gone, beside the missing share's own clause", () => {
  const utilisation = zerosAnd(0.3, 10);
  const current = draw(3000, 54, utilisation).map((value) => (value === 0 ? null : value));
  const { code, arguments: args } = finding(draw(9000, 55, utilisation), current);
  expect(code).toBe("less");
  expect(args).toMatchObject({ binType: "point", binValue: 0, shareCurrent: 0, missingReference: 0 });
  expect(args["missingCurrent"]).toBeCloseTo(0.3, 1);
});

test("a default value that the reference never came to is told of, though it hides in the lowest bin", () => {
  const income = around(30_000, 2000);
  const reference = draw(9000, 51, income);
  const defaults = draw(3000, 52, (random) => (random() < 0.04 ? -999 : income(random)));
  const { code, arguments: args } = finding(reference, defaults);
  expect([code, args["least"]]).toEqual(["beyond-only", -999]);
  expect(args["belowShare"]).toBeCloseTo(0.04, 2);
  expect(args).not.toHaveProperty("aboveShare");
  expect(
    finding(
      reference,
      draw(3000, 53, (r) => (r() < 0.02 ? 99_999 : income(r))),
    ).arguments,
  ).toMatchObject({ greatest: 99_999 });
});

test("few values beyond a small reference are no more than is to be expected", () => {
  for (let seed = 0; seed < 200; seed++) {
    const { arguments: args } = finding(
      draw(200, 1000 + seed, around(0)),
      draw(2000, 5000 + seed, around(0)),
    );
    expect(Object.keys(args)).not.toContain("belowShare");
    expect(Object.keys(args)).not.toContain("aboveShare");
  }
});

test("a spread that grew or shrank while the median stayed", () => {
  expect(finding(draw(9000, 7, around(0)), draw(3000, 8, around(0, 2))).code).toBe("wider");
  expect(finding(draw(9000, 7, around(0)), draw(3000, 8, around(0, 0.5))).code).toBe("narrower");
});

test("a shape that changed while median and spread stayed", () => {
  const uniform = draw(9000, 9, (random) => random());
  // Within each quarter the values crowd at its lower end: p5, median and p95 hardly move.
  const crowded = draw(3000, 10, (random) => {
    const [quarter, place] = [Math.floor(4 * random()), random()];
    return (quarter + 0.02 + 0.5 * place ** 2) / 4 + 0.03 * quarter;
  });
  const { code, arguments: args } = finding(uniform, crowded);
  expect([code, args["binType"]]).toEqual(["reshaped", "interval"]);
});

test("only the missing share moved, little enough or much enough to move the index with it", () => {
  const reference = draw(20_000, 11, around(50, 1, 0.02));
  for (const share of [0.06, 0.3]) {
    const { code, arguments: args } = finding(reference, draw(9000, 12, around(50, 1, share)));
    expect(code).toBe("missing-only");
    expect(args["missingReference"]).toBeCloseTo(0.02, 2);
    expect(args["missingCurrent"]).toBeCloseTo(share, 1);
  }
});

test("a missing share that moved too has a clause of its own", () => {
  const { code, arguments: args } = finding(draw(9000, 13, around(50)), draw(9000, 14, around(51, 1, 0.05)));
  expect(code).toBe("higher");
  expect(args["missingCurrent"]).toBeCloseTo(0.05, 2);
});

test("beside that clause, levels and flags tell what else moved, not missing values once more", () => {
  expect(
    saidOfHalf("categorical", { app: 0.5, branch: 0.3, kiosk: 0.2 }, { app: 0.3, branch: 0.3, kiosk: 0.4 }),
  ).toMatch(/^Fewer app: (49|50)\.\d → 1[45]\.\d %\. Missing 0\.0 → (49|50)\.\d %\.$/);
  expect(saidOfHalf("boolean", { true: 0.3, false: 0.7 }, { true: 0.6, false: 0.4 })).toMatch(
    /^Fewer false: (69|70)\.\d → (19|20)\.\d %\. Missing 0\.0 → (49|50)\.\d %\.$/,
  );
});

test("levels that vanished and appeared", () => {
  const reference = draw(20_000, 15, oneOf({ app: 0.6, branch: 0.35, telesales: 0.05 }));
  const { code, arguments: args } = finding(
    reference,
    draw(9000, 16, oneOf({ app: 0.6, branch: 0.35, douyin_live: 0.04, kiosk: 0.01 })),
  );
  expect(code).toBe("gone-and-new");
  expect(args).toMatchObject({ gone: "telesales", goneCount: 1, new: "douyin_live", newCount: 2 });
  expect(args["goneShare"]).toBeCloseTo(0.05, 2);
  expect(args["newShare"]).toBeCloseTo(0.04, 2);
  expect(args["unseenCurrent"]).toBeCloseTo(0.05, 2);
});

test("a level whose share rose most", () => {
  const reference = draw(20_000, 17, oneOf({ app: 0.6, branch: 0.4 }));
  const { code, arguments: args } = finding(reference, draw(9000, 18, oneOf({ app: 0.4, branch: 0.6 })));
  expect(["more", "less"]).toContain(code);
  expect(args["binType"]).toBe("category");
});

test("of a boolean feature true is named", () => {
  const reference = draw(9000, 19, oneOf({ true: 0.2, false: 0.8 }));
  const current = draw(9000, 20, oneOf({ true: 0.5, false: 0.5 }));
  const { code, arguments: args } = finding(reference, current, { kind: "boolean" });
  expect([code, args["binValue"]]).toEqual(["more", "true"]);
  expect(finding(reference, reference, { kind: "boolean" }).arguments["binValue"]).toBe("true");
});

test("nothing beyond its limits: the median, or the most frequent level", () => {
  const { code, arguments: args } = finding(draw(9000, 21, around(50)), draw(3000, 22, around(50)));
  expect(code).toBe("as-before");
  expect(args["medianCurrent"]).toBeCloseTo(50, 1);
  const levels = draw(9000, 23, oneOf({ app: 0.3, branch: 0.7 }));
  expect(finding(levels, levels)).toMatchObject({ code: "as-before", arguments: { binValue: "branch" } });
});

test("a median between two humps, which is now in the one and now in the other, is not told", () => {
  const [reference, current] = [draw(5000, 90, humps), draw(3000, 92, humps)];
  const { statistics } = documentsOf(reference, current);
  expect(statistics.p50! - statistics.reference!.p50!).toBeGreaterThan(50);
  expect(sayFinding(statistics.finding, "en")).toBe("As before.");
});

test("a change beyond noise, yet below the limits, is marked as one", () => {
  const { code, arguments: args } = finding(draw(90_000, 37, around(50)), draw(90_000, 38, around(50.1)));
  expect([code, args["beyondNoise"]]).toEqual(["as-before", true]);
});

test("of a column of points only the most frequent one is named", () => {
  const flag = draw(9000, 39, (random) => (random() < 0.3 ? 1 : 0));
  expect(finding(flag, flag)).toMatchObject({
    code: "as-before",
    arguments: { binType: "point", binValue: 0 },
  });
});

test("too few rows, on which side, and what is needed", () => {
  const reference = draw(9000, 24, around(50));
  expect(finding(reference, draw(38, 25, around(50)))).toMatchObject({
    code: "too-few-rows",
    arguments: { rows: 38, needed: 100 },
  });
  expect(finding(draw(38, 25, around(50)), reference)).toMatchObject({
    arguments: { rows: 38, needed: 100, ofReference: true },
  });
  const noisy = finding(reference, draw(120, 26, around(50)));
  expect(noisy).toMatchObject({ code: "too-few-rows", arguments: { rows: 120, needed: null } });
  expect(noisy.arguments["noiseBound"]).toBeGreaterThan(0.1);
});

test("too few rows for the index, yet enough for the missing share", () => {
  const few = finding(draw(9000, 27, around(50, 1, 0.02)), draw(90, 28, around(50, 1, 0.4)));
  expect(few).toMatchObject({ code: "missing-only", arguments: { tooFewRows: true } });
});

test("levels too rare for bins of their own", () => {
  const [reference, current] = [29, 30].map((seed) =>
    draw(9000, seed, (random) => `job ${Math.floor(random() * 5000)}`),
  );
  expect(finding(reference!, current!).code).toBe("levels-too-rare");
});

test("identifiers and free text are said to be such, with a reference and without", () => {
  const expected = { code: "identifier-like", arguments: { distinct: 2000, rows: 2000 } };
  expect(finding(ids(0), ids(2000))).toEqual(expected);
  expect(finding(null, ids(0))).toEqual(expected);
  // What were levels and became identifiers is drift, not an identifier.
  const jobs = draw(2000, 30, oneOf({ clerk: 0.5, nurse: 0.5 }));
  expect(finding(jobs, ids(0)).code).toBe("gone-and-new");
  const missing = ids(0).map((id, i) => (i % 4 === 0 ? null : id));
  expect(finding(ids(0), missing).arguments).toMatchObject({ missingCurrent: 0.25 });
});

test("what is wrong with the column comes first", () => {
  const rows = draw(500, 31, around(50));
  expect(finding(rows, rows, { status: "failed" }).code).toBe("failed");
  expect(finding(rows, rows, { status: "not-found" }).code).toBe("not-found");
  expect(finding(rows, ["a"], { status: "type-changed", kind: "categorical" })).toMatchObject({
    code: "type-changed",
    arguments: { kindReference: "categorical", kindCurrent: "categorical" },
  });
  expect(finding(rows, [], { status: "empty" })).toEqual({ code: "empty", arguments: { rows: 0 } });
  expect(finding(rows, [null, null], { status: "empty" }).arguments).toMatchObject({
    rows: 2,
    missingCurrent: 1,
  });
  expect(finding(null, rows).code).toBe("no-reference");
  expect(finding(null, rows, { kind: "datetime" }).code).toBe("time-span");
});

test("a constant column: its value, and how frequent it was where that moved", () => {
  const reference = draw(9000, 32, zerosAnd(0.6, 10));
  const zeros = Array.from({ length: 500 }, () => 0);
  const moved = finding(reference, zeros, { status: "constant" });
  expect(moved).toMatchObject({ code: "constant", arguments: { value: 0 } });
  expect(moved.arguments["shareReference"]).toBeCloseTo(0.6, 1);
  expect(finding(null, ["app", "app"], { status: "constant" }).arguments).toEqual({ value: "app" });
  const beyond = Array.from({ length: 500 }, () => 99);
  expect(finding(reference, beyond, { status: "constant" }).arguments).toEqual({
    value: 99,
    shareReference: 0,
  });
  const levels = draw(9000, 35, oneOf({ app: 0.9, shop: 0.1 }));
  const appeared = Array.from({ length: 500 }, () => "web");
  expect(finding(levels, appeared, { status: "constant" }).arguments).toMatchObject({
    value: "web",
    shareReference: 0,
  });
  expect(finding(null, [Infinity, Infinity], { status: "constant" }).arguments).toEqual({ value: "∞" });
});

test("a level of a million characters does not become a sentence", () => {
  const long = `${"x".repeat(1_000_000)}end`;
  const reference = draw(9000, 33, oneOf({ app: 0.9, [long]: 0.1 }));
  const { gone } = finding(reference, draw(9000, 34, oneOf({ app: 1 }))).arguments;
  expect(String(gone)).toHaveLength(60);
  expect(String(gone)).toMatch(/^x+…x+end$/);
});

test("arguments are plain values", () => {
  const { statistics, distribution } = documentsOf(
    draw(900, 35, around(50)),
    draw(900, 36, around(52, 2, 0.1)),
  );
  const { arguments: args } = findingOf(statistics, distribution);
  expect(JSON.parse(JSON.stringify(args))).toEqual(args);
  expect(Object.values(args).every((value) => value === null || typeof value !== "object")).toBe(true);
});

test("a bin whose neighbour is near has it beside it, so that the sentence tells both apart", () => {
  const near = documentsOf(draw(3000, 36, codesFrom(0)), draw(3000, 37, codesFrom(10))).statistics.finding;
  const [low, other] = [near.arguments["binLow"], near.arguments["binNear"]].map(Number);
  expect(Math.abs(low! - other!)).toBeLessThan(10);
  expect(sayFinding(near, "en")).toMatch(
    /median 1,234,58\d\s→\s1,234,59\d; \d+\s% of the index from values from 1,234,57\d to 1,234,57\d\. \d+\.\d\s% above the reference's greatest value, up to 1,234,6\d\d\.$/,
  );
  const far = finding(draw(9000, 1, around(0)), draw(3000, 2, around(1)));
  expect(far.arguments).not.toHaveProperty("binNear");
});
