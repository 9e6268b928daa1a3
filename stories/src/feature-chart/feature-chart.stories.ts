import { setFetch } from "@featurescope/elements";
import { element } from "../runner/element.js";
import { featureFolder, fixture } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature chart" } satisfies Meta;

function chart(data: unknown): HTMLElement {
  return Object.assign(element("feature-chart"), { data });
}

const rates = Array.from({ length: 24 }, (_, month) => ({
  month: new Date(Date.UTC(2024, 12 + month)).toISOString(),
  rate: 0.02 + 0.004 * Math.sin(month / 3) + 0.0004 * month,
}));

export const Stored: Story = {
  name: "The chart of a report",
  render: async () => {
    const folder = await featureFolder("reports/now", "loan_amount");
    return element("feature-chart", { src: fixture(folder) });
  },
};

export const Own: Story = {
  name: "A data scientist's own, as wide as its place",
  render: () =>
    chart({
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      title: "Default rate by month of origination",
      description: "Default rate by month of origination, from 2.0 to 3.3 per cent",
      height: 220,
      data: { values: rates },
      mark: { type: "line", point: true, tooltip: true },
      encoding: {
        x: { field: "month", type: "temporal", timeUnit: "utcyearmonth", title: null },
        y: { field: "rate", type: "quantitative", axis: { format: ".1%" }, title: null },
      },
    }),
};

export const DataElsewhere: Story = {
  name: "Data from elsewhere",
  render: () => chart({ data: { url: "https://example.org/rows.csv" }, mark: "bar", encoding: {} }),
};

export const NoChart: Story = {
  name: "No chart at all",
  render: () => chart({ $schema: "https://vega.github.io/schema/vega/v6.json", marks: [] }),
};

export const Loading: Story = {
  name: "Loading, for ever",
  endless: true,
  render: () => {
    setFetch(() => new Promise(() => {}));
    return element("feature-chart", { src: "/reports/now/features/loan_amount/chart.vl.json" });
  },
};

export const NotFound: Story = {
  name: "No chart at this address",
  render: () => {
    setFetch(async () => new Response("", { status: 404 }));
    return element("feature-chart", { src: "/reports/now/features/loan_amount/chart.vl.json" });
  },
};
