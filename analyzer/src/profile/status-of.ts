import type { FeatureStatistics, Status } from "../artifact/index.js";

/** Status of a column that could be read: by how many different values it has, infinite ones included. */
export function statusOf(statistics: FeatureStatistics): Status {
  const { distinct, positiveInfinity, negativeInfinity } = statistics;
  const values = (distinct ?? Infinity) + Number(positiveInfinity > 0) + Number(negativeInfinity > 0);
  if (values === 0) return "empty";
  return values === 1 ? "constant" : "ok";
}
