import type { DistributionDocument } from "@featurescope/analyzer/artifact";
import { type ChartSettings, INITIAL_SETTINGS } from "../feature-panel/chart/chart-settings.js";

/** What a reader chose of a chart, as far as it holds for the next run's: over other bins, no place in them. */
export function keptSettings(
  settings: ChartSettings,
  before: DistributionDocument | null,
  next: DistributionDocument,
): ChartSettings {
  if (before === null) return INITIAL_SETTINGS;
  const isSame = next.histogram !== null && edgesOf(next) === edgesOf(before);
  return isSame ? settings : { ...settings, zoom: null, cursor: null, pinned: false };
}

function edgesOf({ histogram }: DistributionDocument): string {
  return JSON.stringify(histogram?.edges ?? null);
}
