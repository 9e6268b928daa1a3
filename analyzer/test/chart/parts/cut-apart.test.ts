import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutApart } from "../../../src/chart/parts/cut-apart.js";
import { cutInMiddle, textWidth } from "../../../src/chart/parts/text-width.js";

const column = (labels: readonly string[], room = 170) => labels.map((label) => ({ label, room }));

test("names that begin and end alike are cut behind what tells them apart", () => {
  const sectors = ["01", "07", "13"].map((code) => `Manufacturing / sub-sector ${code} (NACE Rev. 2)`);
  const cuts = cutApart(column([...sectors, "Mining"]), 13);
  expect(cuts.map((cut) => cut.slice(-3))).toEqual(["01…", "07…", "13…", "ing"]);
  expect(cuts.every((cut) => cut.startsWith("Man") || cut === "Mining")).toBe(true);
});

test("names that are told apart are cut in their middle only", () => {
  const names = ["amount_of_all_cards_of_one_client_30d", "amount_of_all_cards_of_one_client_90d"];
  expect(cutApart(column(names), 13)).toEqual(names.map((name) => cutInMiddle(name, 170, 13)));
});

test("however many of them there are: of two digits, each tells apart", () => {
  const branches = Array.from(
    { length: 20 },
    (_, i) => `Branch office of the bank, number ${10 + i}, district of York`,
  );
  const cuts = cutApart(column(branches, 153), 13);
  expect(new Set(cuts).size).toBe(branches.length);
  expect(cuts[1]).toMatch(/11…$/);
});

test("two names of a column never read alike, and keep to their room", () => {
  const part = fc.stringMatching(/^[a-z ]{0,60}$/);
  const pair = fc.tuple(
    part,
    part,
    fc.tuple(fc.nat(99), fc.nat(99)).filter(([a, b]) => a !== b),
  );
  fc.assert(
    fc.property(pair, ([head, tail, codes]) => {
      const cuts = cutApart(column(codes.map((code) => `${head}${code}${tail}`)), 13);
      expect(cuts[0]).not.toBe(cuts[1]);
      for (const cut of cuts) expect(textWidth(cut, 13)).toBeLessThanOrEqual(170);
    }),
  );
});
