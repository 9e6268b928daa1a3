import {
  type Draw,
  type DrawnColumn,
  always,
  exponential,
  gauss,
  levels,
  logNormal,
  mixed,
  whole,
  within,
} from "./draws.js";

const same = (draw: Draw): DrawnColumn => ({ reference: draw, current: draw });
const missing = (share: number, others: Draw): Draw => mixed(share, always(null), others);
const agents = Array.from({ length: 40 }, (_, index) => `agent_${String(index + 1).padStart(2, "0")}`);
const channels = ["app_store", "web", "branch", "partner_shop", "wechat", "referral", ...agents];
const cities = [
  "上海",
  "北京",
  "广州",
  "深圳",
  "成都",
  "杭州",
  "重庆",
  "武汉",
  "西安",
  "苏州",
  "南京",
  "天津",
];

/** The stories' columns by name: one for each thing that a panel can look like. */
export const STORY_COLUMNS: Record<string, DrawnColumn> = {
  loan_amount: {
    reference: missing(0.004, logNormal(47_000, 0.5)),
    current: missing(0.012, logNormal(58_600, 0.55)),
  },
  income_monthly: { reference: logNormal(9200, 1.25), current: logNormal(15_500, 1.3) },
  txn_amount_30d: {
    reference: missing(0.004, mixed(0.575, always(0), logNormal(5000, 1.3))),
    current: missing(0.012, mixed(0.602, always(0), logNormal(14_200, 1.3))),
  },
  days_past_due: {
    reference: mixed(0.7, always(0), mixed(0.5, always(-999), whole(30, 12, 1))),
    current: mixed(0.62, always(0), mixed(0.4, always(-999), whole(36, 14, 1))),
  },
  user_age: same(whole(41, 11, 18)),
  device_age_days: same(mixed(0.6, gauss(240, 60), gauss(900, 110))),
  employment_tenure_months: {
    reference: missing(0.021, exponential(58)),
    current: missing(0.083, exponential(58)),
  },
  bureau_score: { reference: whole(610, 70, 300), current: always(0) },
  product_code: same(always(7)),
  fraud_hint: { reference: gauss(0.4, 0.1), current: always(null) },
  balance: { reference: gauss(1200, 300), current: (random) => `${Math.round(1e4 * random())} CNY` },
  exchange_rate: {
    reference: gauss(7.1, 0.05),
    current: mixed(0.001, always("n/a*"), gauss(7.1, 0.05)),
  },
  channel: {
    reference: levels(channels, { telesales: 0.3 }),
    current: levels(channels, { douyin_live: 0.45 }),
  },
  has_card: {
    reference: (random) => random() < 0.62,
    current: (random) => random() < 0.71,
  },
  signed_up_at: { reference: within("2024-08-01", 730), current: within("2025-02-01", 640) },
  application_id: same((random) => `A${Math.floor(random() * 1e12).toString(36)}`),
  近30天交易金额: { reference: logNormal(47_000, 0.5), current: logNormal(41_000, 0.5) },
  城市: { reference: levels(cities), current: levels(cities.toReversed()) },
};

/** Columns in which a value begins to stand for what is missing: one that the reference never had, and the mean. */
export const PUT_IN_COLUMNS: Record<string, DrawnColumn> = {
  months_at_address: {
    reference: whole(84, 24, 0),
    current: mixed(0.04, always(-999), whole(84, 24, 0)),
  },
  income_stated: {
    reference: logNormal(8000, 0.6),
    current: mixed(0.04, always(9500), logNormal(8000, 0.6)),
  },
};

function triangle(shift: number): Draw {
  return (random) => +(random() + random() + shift).toFixed(4);
}

/** Many columns between 0 and 2.2, of which one in fifty moves up. */
export function manyColumns(count: number): Record<string, DrawnColumn> {
  const columns = Array.from({ length: count }, (_, index): [string, DrawnColumn] => [
    `feature_${String(index).padStart(4, "0")}`,
    { reference: triangle(0), current: triangle(index % 50 === 0 ? 0.2 : 0) },
  ]);
  return Object.fromEntries(columns);
}
