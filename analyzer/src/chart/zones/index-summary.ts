import type { StatisticsDocument } from "../../artifact/index.js";
import { isAlarm, metricValue } from "../../drift/index.js";

/** The index of a feature, and whether it is more than noise. */
export interface IndexSummary {
  index: number;
  /** Within noise the shares of the index are chance, and not shown. */
  withinNoise: boolean;
  alarming: boolean;
}

/** The index and how to read it; null where there is none. */
export function indexSummary({ drift }: StatisticsDocument): IndexSummary | null {
  const index = metricValue(drift, "populationStabilityIndex");
  if (drift === null || index === null) return null;
  return {
    index,
    withinNoise: index <= (drift.noiseBound ?? 0),
    alarming: isAlarm(drift.verdicts.index),
  };
}
