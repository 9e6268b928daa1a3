import type { FeaturePanelProps } from "@featurescope/elements/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import "../../src/index.js";
import { panelDocuments } from "../feature-panel/documents.js";
import { json, serve } from "../feature-panel/gateway.js";

const { statistics, distribution } = panelDocuments();
const FOLDER = "/reports/now/features/loan_amount/";

test("React 19 sets attributes, hears events and gives the element to a ref, all typed", async () => {
  serve({
    [`${FOLDER}statistics.json`]: json(statistics),
    [`${FOLDER}distribution.json`]: json(distribution),
  });
  const loaded: string[] = [];
  let held: FeaturePanel | null = null;
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  const props: FeaturePanelProps = {
    src: FOLDER,
    theme: "dark",
    className: "wide",
    "onfeaturescope-load": ({ detail }) => loaded.push(detail.statistics.feature),
    ref: (panel) => {
      held ??= panel;
    },
  };
  root.render(<feature-panel {...props} />);
  await expect.poll(() => loaded).toEqual(["loan_amount"]);
  const panel = document.querySelector("feature-panel")!;
  expect(held).toBe(panel);
  expect(panel.theme).toBe("dark");
  expect(panel.className).toBe("wide");
  root.unmount();
});

test("JSX refuses what the elements do not have", () => {
  const wrong = [
    // @ts-expect-error -- there is no such theme
    <feature-panel src={FOLDER} theme="blue" />,
    // @ts-expect-error -- there is no such attribute
    <feature-board source={FOLDER} />,
    // @ts-expect-error -- documents are a property: an element that is not defined yet would get an attribute
    <feature-chart data={{}} />,
    // @ts-expect-error -- a span has no run
    <feature-trend onfeaturescope-select-span={({ detail }) => detail.run} />,
    <feature-compare src={FOLDER} against="a b" view="heat" />,
    <feature-monitor-panel feature-name="age" api-base="https://gateway" />,
  ];
  expect(wrong.map(({ type }) => type as string)).toContain("feature-chart");
  expect(createElement("feature-board", { "keep-address": true }).type).toBe("feature-board");
});
