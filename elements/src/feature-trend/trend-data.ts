import type { History, StatisticsDocument } from "@featurescope/analyzer/artifact";

/** Documents already in hand, instead of an address. They are decoded like those of a server. */
export interface TrendData {
  history: History;
  /** Of the newest run: title, description, unit and limits; without it the feature's name and the default limits stand. */
  statistics?: StatisticsDocument;
}
