import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { useReports, withTails } from "../reports.js";
import { textsOf, view } from "../view.js";

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

test("beyond an axis of an hour lies a minute, beyond one of weeks a day", () => {
  const { statistics, distribution } = withTails(reports.moved.at);
  const histogram = distribution.histogram!;
  const weeks = histogram.edges;
  const inTail = (edges: number[]): string =>
    textsOf(
      chartInputs(
        { statistics, distribution: { ...distribution, histogram: { ...histogram, edges } } },
        view(),
      ).data,
    ).find((text) => text.startsWith("<"))!;
  const hour = weeks.map((_, i) => Date.UTC(2026, 10, 28, 13) + (i * 3_600_000) / (weeks.length - 1));
  expect(inTail(hour).replaceAll("\u00a0", " ")).toMatch(
    /^< 28 Nov 2026, 13:00 UTC: .* > 28 Nov 2026, 14:00 UTC: /,
  );
  expect(inTail(weeks).replaceAll("\u00a0", " ")).toMatch(/^< \d+ \w+ 2026: /);
});
