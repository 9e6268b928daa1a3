import type { FeatureList, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { expect, expectTypeOf, test } from "vitest";
import { BoardLoadEvent } from "../src/feature-board/board-load-event.js";
import type { ChartLoadEvent } from "../src/feature-chart/chart-load-event.js";
import { FeatureLoadEvent } from "../src/feature-panel/panel-events.js";
import { RunSelectEvent, type SpanSelectEvent } from "../src/feature-trend/trend-events.js";
import type { FeatureSelectEvent } from "../src/index.js";
import { CREDIT, featureList } from "./feature-board/credit-list.js";
import { panelDocuments } from "./feature-panel/documents.js";

test("listeners of an element know the classes of its own events", () => {
  const heard: (FeatureList | StatisticsDocument | string)[] = [];
  const board = document.createElement("feature-board");
  board.addEventListener("featurescope-load", ({ detail }) => heard.push(detail.list));
  board.addEventListener("featurescope-select", (event) => {
    expectTypeOf(event).toEqualTypeOf<FeatureSelectEvent>();
  });
  const panel = document.createElement("feature-panel");
  panel.addEventListener("featurescope-load", ({ detail }) => heard.push(detail.statistics));
  const trend = document.createElement("feature-trend");
  trend.addEventListener("featurescope-select", ({ detail }) => heard.push(detail.run));
  trend.addEventListener("featurescope-select-span", (event) => {
    expectTypeOf(event).toEqualTypeOf<SpanSelectEvent>();
  });
  const chart = document.createElement("feature-chart");
  chart.addEventListener("featurescope-load", (event) => {
    expectTypeOf(event).toEqualTypeOf<ChartLoadEvent>();
  });
  chart.addEventListener("keydown", (event) => {
    expectTypeOf(event).toEqualTypeOf<KeyboardEvent>();
  });
  const onLoad = ({ detail }: FeatureLoadEvent): number => heard.push(detail.statistics.run);
  const compare = document.createElement("feature-compare");
  compare.addEventListener("featurescope-load", onLoad, { once: true });
  compare.removeEventListener("featurescope-load", onLoad);
  // @ts-expect-error -- a board has a list, not the figures of one feature
  document.createElement("feature-board").addEventListener("featurescope-load", onLoad);

  const { statistics } = panelDocuments();
  const list = featureList(CREDIT);
  board.dispatchEvent(new BoardLoadEvent(list));
  panel.dispatchEvent(new FeatureLoadEvent(statistics));
  trend.dispatchEvent(new RunSelectEvent({ run: "monday", feature: "age", key: "age", href: "/age/" }));
  expect(heard).toEqual([list, statistics, "monday"]);
});
