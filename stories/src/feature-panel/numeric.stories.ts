import { panel } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature panel/Numeric" } satisfies Meta;

export const Linear: Story = {
  name: "Linear axis, watch",
  samePicture: true,
  render: () => panel("reports/now", "loan_amount"),
};

export const Logarithmic: Story = {
  name: "Logarithmic axis",
  samePicture: true,
  render: () => panel("reports/now", "income_monthly"),
};

export const ZeroHeavy: Story = {
  name: "Zero-heavy, zeros apart",
  samePicture: true,
  render: () => panel("reports/now", "txn_amount_30d"),
};

export const Points: Story = {
  name: "Two values with bins of their own",
  samePicture: true,
  render: () => panel("reports/now", "days_past_due"),
};

export const WholeNumbers: Story = {
  name: "Whole numbers, stable",
  samePicture: true,
  render: () => panel("reports/now", "user_age"),
};

export const Missing: Story = {
  name: "Only the missing share moved",
  samePicture: true,
  render: () => panel("reports/now", "employment_tenure_months"),
};
