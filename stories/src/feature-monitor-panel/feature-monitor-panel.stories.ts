import { setFetch } from "@featurescope/elements";
import { element } from "../runner/element.js";
import { fixture } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature monitor panel" } satisfies Meta;

/** Files of the report behind the first design's two addresses. */
const FILES = new Map([
  ["stats", "statistics.json"],
  ["plot", "chart.png"],
]);

export const FirstDesign: Story = {
  name: "As the first design wrote it",
  render: () => {
    setFetch((address, init) => {
      const file = new URL(address, document.baseURI).pathname.split("/").at(-1) ?? "";
      return fetch(fixture(`reports/now/features/user_age/${FILES.get(file) ?? file}`), init);
    });
    return element("feature-monitor-panel", { "feature-name": "user_age" });
  },
};
