import { expect, test } from "vitest";
import { binCounts } from "../../src/chart/index.js";
import { useReports, withTails } from "./reports.js";

const reports = useReports();

test("what is drawn adds up to all rows, whatever lies beyond an axis or beside it", () => {
  for (const documents of [...Object.values(reports.alone), ...Object.values(reports.few)]) {
    const { feature, rows } = documents.statistics;
    const sum = binCounts(documents, "en").reduce((all, { current }) => all + current, 0);
    expect({ feature, sum }).toEqual({ feature, sum: rows });
  }
});

test("what lies beyond the axis stands before and after its bins", () => {
  const counts = binCounts(withTails(reports.moved.amount), "en");
  const [first, last] = [counts.findIndex(({ label }) => label.startsWith("<")), counts.length - 1];
  expect([counts[first]!.current, counts[last]!.current, counts[last]!.reference]).toEqual([40, 90, 40]);
  expect(counts[last]!.label).toMatch(/^>\s/u);
  expect(last - first).toBe(51);
});
