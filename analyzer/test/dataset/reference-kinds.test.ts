import { expect, test } from "vitest";
import type { Kind } from "../../src/artifact/index.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write } = tableFolder();

test("a reference's levels are levels, and words alone are what they stand among there; its numbers and times are looked for as ever", async () => {
  const referenceKinds = new Map<string, Kind>([
    ["code", "categorical"],
    ["day", "categorical"],
    ["income", "numeric"],
    ["since", "datetime"],
    ["text", "numeric"],
    ["none", "categorical"],
  ]);
  const shown = { code: "numeric", day: "datetime", income: "categorical", since: "categorical" };
  const asThere = { code: "categorical", day: "categorical", income: "numeric", since: "datetime" };
  const csv = write(
    "reference.csv",
    `code,day,income,since,text,none\n${"1.0,2026-01-31,N/A,-,x,\n2.0,2026-02-01,-,?,7,\n".repeat(600)}`,
  );
  await withDataset(csv, {}, async (dataset) => expect(kindsOf(dataset)).toMatchObject(shown));
  await withDataset(csv, { referenceKinds }, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({ ...asThere, text: "categorical", none: "categorical" });
    expect(await levelsOf(dataset, "code")).toEqual([
      ["1.0", 600],
      ["2.0", 600],
    ]);
    for (const name of ["income", "since"])
      expect(new Set(await numbersOf(dataset, name))).toEqual(new Set([null]));
  });
  const forced = {
    referenceKinds,
    kinds: new Map<string, Kind>([["code", "categorical"]]),
    timeColumn: "day",
  };
  await withDataset(csv, forced, async (dataset) => {
    expect(kindsOf(dataset)["day"]).toBe("datetime");
    expect((await levelsOf(dataset, "code")).map(([level]) => level)).toEqual(["1", "2"]);
  });

  const json = write(
    "reference.jsonl",
    '{"code":1,"day":"2026-01-31","income":"N/A","since":"-"}\n{"code":"2","day":"2026-02-01","income":"-","since":"?"}\n',
  );
  await withDataset(json, {}, async (dataset) => expect(kindsOf(dataset)).toEqual(shown));
  await withDataset(json, { referenceKinds }, async (dataset) => {
    expect(kindsOf(dataset)).toEqual(asThere);
    expect(await numbersOf(dataset, "income")).toEqual([null, null]);
  });
});
