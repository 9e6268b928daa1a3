import { element } from "../runner/element.js";
import { panel } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature panel/Many" } satisfies Meta;

const NAMES = ["loan_amount", "income_monthly", "txn_amount_30d", "user_age", "channel"];

export const Forty: Story = {
  name: "Forty panels on a page",
  render: async () => {
    const panels = Array.from({ length: 40 }, (_, index) =>
      panel("reports/now", NAMES[index % NAMES.length] ?? ""),
    );
    return element("div", { class: "many" }, ...(await Promise.all(panels)));
  },
};
