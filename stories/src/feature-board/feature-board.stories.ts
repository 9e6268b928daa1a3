import { element } from "../runner/element.js";
import { fixture } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature board" } satisfies Meta;

const board = (path: string) => element("feature-board", { src: fixture(path) });

export const Credit: Story = {
  name: "Credit, a year of months",
  render: () => board("credit/features.json"),
};

export const OneReport: Story = {
  name: "One report, every state",
  render: () => board("reports/now/manifest.json"),
};

export const Empty: Story = { name: "No features", render: () => board("credit/no-features.json") };

export const Thousand: Story = {
  name: "A thousand features",
  render: () => board("reports/wide/manifest.json"),
};
