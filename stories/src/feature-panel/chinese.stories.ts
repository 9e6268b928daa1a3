import { panel } from "../runner/fixtures.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature panel/Chinese" } satisfies Meta;

/** A panel that speaks Chinese on any page. */
async function chinese(name: string): Promise<HTMLElement> {
  const shown = await panel("reports/now", name);
  shown.lang = "zh-Hans";
  return shown;
}

export const Numeric: Story = { name: "贷款金额", render: () => chinese("loan_amount") };

export const Levels: Story = { name: "城市", render: () => chinese("城市") };

export const ChineseName: Story = { name: "近30天交易金额", render: () => chinese("近30天交易金额") };
