import type { DistributionDocument, History, StatisticsDocument } from "@featurescope/analyzer/artifact";

/** Documents already in hand, instead of an address. They are decoded like those of a server. */
export interface PanelData {
  statistics: StatisticsDocument;
  /** Without it there is no chart. */
  distribution?: DistributionDocument;
  /** Without it there is no trend. */
  history?: History;
}
