import { expect, test } from "vitest";
import { documentsOf } from "../documents.js";
import { draw, ids, oneOf } from "../drawn-rows.js";

const finding = (...rows: Parameters<typeof documentsOf>) => documentsOf(...rows).statistics.finding;

/** Free text, of which some rows say the same by nature. */
const remarks = (seed: number): string[] =>
  draw(2000, seed, (random) => `remark ${Math.floor(random() ** 2 * 40_000)}`);

const term = (shares: Record<number, number>) => (random: () => number) => Number(oneOf(shares)(random));
const TERMS = { 12: 0.04, 24: 0.15, 36: 0.25, 48: 0.2, 60: 0.2, 72: 0.11, 84: 0.05 };

test("of a column of few values, those that are no points stand for nothing", () => {
  const reference = draw(9000, 56, term(TERMS));
  // Below and above the points are as many rows as chance will have: their median is 12 or 84.
  const calm = finding(reference, draw(3000, 57, term({ ...TERMS, 12: 0.05, 84: 0.04 })));
  expect(calm).toMatchObject({ code: "as-before", arguments: { binType: "point", binValue: 36 } });
  expect(calm.arguments).not.toHaveProperty("medianCurrent");
  const years = draw(3000, 58, term(TERMS)).map((months) => months / 12);
  expect(finding(reference, years)).toMatchObject({
    code: "lower",
    arguments: { medianReference: 48, medianCurrent: 4, withoutPoints: false },
  });
});

test("an identifier whose rows came twice is told of, some of them or all", () => {
  for (const rows of [
    [...ids(2000), ...ids(2000)],
    [...ids(2000), ...ids(2000).slice(0, 100)],
  ]) {
    expect(finding(ids(0), rows)).toEqual({
      code: "identifier-like",
      arguments: { distinct: 2000, rows: rows.length, repeated: true },
    });
  }
  expect(finding(remarks(60), remarks(61)).arguments).not.toHaveProperty("repeated");
  // One row that came twice is none to speak of.
  expect(finding(ids(0), [...ids(2000), ids(2000)[0]!]).arguments).toEqual({ distinct: 2000, rows: 2001 });
});
