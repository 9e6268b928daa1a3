import { element } from "../runner/element.js";
import { featureFolder, fixture } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature compare" } satisfies Meta;

async function compare(name: string, against: string): Promise<HTMLElement> {
  const [src, other] = await Promise.all([featureFolder("reports/now", name), featureFolder(against, name)]);
  return element("feature-compare", { src: fixture(src), against: fixture(other) });
}

export const Numeric: Story = {
  name: "Two runs of one reference",
  render: () => compare("loan_amount", "reports/before"),
};

export const Levels: Story = {
  name: "Two runs of a categorical feature",
  render: () => compare("channel", "reports/before"),
};

export const OtherReference: Story = {
  name: "Other frozen bins: index not comparable",
  render: () => compare("loan_amount", "reports/other"),
};
