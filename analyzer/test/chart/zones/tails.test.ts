import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { useReports, withTails } from "../reports.js";
import { view } from "../view.js";

const reports = useReports();

test("a cursor stands on what lies beyond an end of the axis while that end is in view", () => {
  const documents = withTails(reports.moved.amount);
  const { edges } = documents.distribution.histogram!;
  const whole = chartInputs(documents, view());
  const [first, last] = [whole.places[0]!, whole.places.at(-1)!];
  expect(whole.beyond!.below!.right).toBeLessThan(first.left);
  expect(whole.beyond!.above!.left).toBeGreaterThan(last.right);
  expect([whole.beyond!.below!.top, whole.beyond!.above!.bottom]).toEqual([first.top, last.bottom]);
  const left = chartInputs(documents, view({ domain: [edges[0]!, edges[10]!], cursor: edges.length - 1 }));
  expect([left.beyond!.below, left.beyond!.above]).toEqual([whole.beyond!.below, null]);
  expect(left.data["cursor"]).toEqual([]);
});
