import { panel } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature panel/Other kinds" } satisfies Meta;

export const Categorical: Story = {
  name: "Categorical, a level gone and one new",
  samePicture: true,
  render: () => panel("reports/now", "channel"),
};

export const Boolean: Story = {
  name: "Boolean",
  samePicture: true,
  render: () => panel("reports/now", "has_card"),
};

export const Datetime: Story = {
  name: "Datetime",
  samePicture: true,
  render: () => panel("reports/now", "signed_up_at"),
};

export const Identifier: Story = {
  name: "Identifier: a value of its own in each row",
  render: () => panel("reports/now", "application_id"),
};

export const UnknownKind: Story = {
  name: "A kind of a newer writer: table only",
  render: () => panel("reports/derived", "unknown_kind"),
};
