import type { DistributionDocument, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { metricValue } from "@featurescope/analyzer/drift";
import { dailyHistory } from "../feature-trend/daily-history.js";
import { element } from "../runner/element.js";
import { featureFolder, panel, readFixture } from "../runner/fixtures.js";
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

export const Beyond: Story = {
  name: "A default that the reference never had",
  samePicture: true,
  render: () => panel("reports/put-in", "months_at_address"),
};

export const Heaped: Story = {
  name: "The mean in the place of what is missing",
  samePicture: true,
  render: () => panel("reports/put-in", "income_stated"),
};

/** As a gateway's panel has it: the history's newest run is the one that is shown. */
export const LastRuns: Story = {
  name: "With its last runs and their usual range",
  render: async () => {
    const folder = await featureFolder("reports/now", "loan_amount");
    const statistics = await readFixture<StatisticsDocument>(`${folder}statistics.json`);
    const distribution = await readFixture<DistributionDocument>(`${folder}distribution.json`);
    const history = dailyHistory(statistics, { days: 60, rising: 4 });
    const newest = history.rows.at(-1)!;
    history.rows[history.rows.length - 1] = {
      ...newest,
      run: statistics.run,
      createdAt: statistics.createdAt,
      populationStabilityIndex: metricValue(statistics.drift, "populationStabilityIndex"),
      verdict: statistics.drift?.verdict ?? newest.verdict,
    };
    return Object.assign(element("feature-panel"), { data: { statistics, distribution, history } });
  },
};
