import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { sourceName } from "../../../src/report/run/source-name.js";

test.each([
  ["data/november.csv", "data/november.csv"],
  ["../shared/*.parquet", "../shared/*.parquet"],
  [resolve("data/november.csv"), join("data", "november.csv")],
  ["/home/somebody/credit/november.csv", "november.csv"],
  ["/home/somebody/credit/2026-11/*.parquet", "2026-11/*.parquet"],
  ["/november.csv", "november.csv"],
  ["/*.csv", "*.csv"],
  ["mysql://reader:se%40cret@db:3306/risk?table=scores", "mysql://db:3306/risk?table=scores"],
])(
  "%s is called %s: where somebody's folders lie, and with which password, concerns no reader",
  (source, name) => {
    expect(sourceName(source)).toBe(name);
  },
);
