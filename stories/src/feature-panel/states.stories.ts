import type { DistributionDocument, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { setFetch } from "@featurescope/elements";
import { element } from "../runner/element.js";
import { featureFolder, fixture, panel, readFixture } from "../runner/fixtures.js";
import { FEATURE, hourlyHistory, lastOf, runAnswers, serveGateway } from "../runner/gateway.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature panel/States" } satisfies Meta;

export const Loading: Story = {
  name: "Loading, for ever",
  endless: true,
  render: () => {
    setFetch(() => new Promise(() => {}));
    return element("feature-panel", { src: fixture("reports/now/features/loan_amount/") });
  },
};

export const NoReference: Story = {
  name: "Nothing to compare with",
  samePicture: true,
  render: () => panel("reports/alone", "loan_amount"),
};

export const FewRows: Story = {
  name: "Thirty rows",
  samePicture: true,
  render: () => panel("reports/few", "loan_amount"),
};

export const TooFewRows: Story = {
  name: "Eighty rows: too few to tell",
  samePicture: true,
  render: () => panel("reports/scarce", "loan_amount"),
};

export const ConstantNow: Story = {
  name: "Constant, the reference was not",
  render: () => panel("reports/now", "bureau_score"),
};

export const ConstantAlways: Story = {
  name: "Constant on both sides",
  render: () => panel("reports/now", "product_code"),
};

export const Empty: Story = {
  name: "Every row missing",
  render: () => panel("reports/now", "fraud_hint"),
};

export const TypeChanged: Story = {
  name: "Numbers became text",
  render: () => panel("reports/now", "balance"),
};

export const NotFound: Story = {
  name: "The column is gone from the data",
  render: () => panel("reports/now", "bureau_score_v2"),
};

export const Failed: Story = {
  name: "A value that is no number",
  render: () => panel("reports/now", "exchange_rate"),
};

export const NewerSchema: Story = {
  name: "A report of a newer Featurescope",
  render: () => panel("reports/derived", "newer_schema"),
};

export const Stale: Story = {
  name: "Stale: a new run was due every hour",
  render: async () => {
    const folder = await featureFolder("reports/now", "loan_amount");
    const statistics = await readFixture<StatisticsDocument>(`${folder}statistics.json`);
    const hourly = hourlyHistory(statistics, 26.4);
    serveGateway({
      [`${FEATURE}statistics.json`]: { ...statistics, ...lastOf(hourly) },
      [`${FEATURE}distribution.json`]: {
        ...(await readFixture<DistributionDocument>(`${folder}distribution.json`)),
        ...lastOf(hourly),
      },
      [`${FEATURE}history`]: hourly,
    });
    return element("feature-panel", { src: FEATURE });
  },
};

export const LiveUpdated: Story = {
  name: "Live: a new run was just published",
  render: async () => {
    const [before, now] = await Promise.all([runAnswers("before"), runAnswers("now")]);
    serveGateway({ ...before, ...now }, "now");
    return element("feature-panel", { src: FEATURE, live: "" });
  },
};

export const LiveInterrupted: Story = {
  name: "Live, but the gateway is gone",
  render: async () => {
    serveGateway(await runAnswers("before"), null);
    return element("feature-panel", { src: FEATURE, live: "" });
  },
};

export const UnknownFeature: Story = {
  name: "The gateway knows no such feature",
  render: () => {
    const problem = {
      type: "/problems/unknown-feature",
      title: "No run of this pipeline has such a feature",
      status: 404,
      detail: "expected a feature of credit, found loan_amout",
    };
    const headers = { "content-type": "application/problem+json" };
    setFetch(async (address, init) =>
      address.endsWith("/features")
        ? fetch(fixture("reports/now/manifest.json"), init)
        : new Response(JSON.stringify(problem), { status: 404, headers }),
    );
    return element("feature-panel", { src: "/api/v1/pipelines/credit/features/loan_amout/" });
  },
};

export const Unreachable: Story = {
  name: "The gateway does not answer",
  render: () => {
    setFetch(async () => {
      throw new TypeError("Failed to fetch");
    });
    return element("feature-panel", { src: "/api/v1/pipelines/credit/features/user_age/" });
  },
};
