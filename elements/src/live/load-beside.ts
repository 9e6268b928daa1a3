import type { DistributionDocument, HistoryRow, StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { Loaded } from "../controllers/load-document.js";
import { loadDistribution, loadHistory } from "../controllers/load-feature.js";
import { type ChartSettings, INITIAL_SETTINGS } from "../feature-panel/chart/chart-settings.js";
import { keptSettings } from "./kept-settings.js";

/** What stands beside a run's figures; null where it could not be had, or is not wanted. */
export interface Beside {
  loaded: Loaded<StatisticsDocument>;
  rows: readonly HistoryRow[] | null;
  distribution: DistributionDocument | null;
  /** What stays of how the reader set the chart of the run before. */
  keep: (settings: ChartSettings, before: DistributionDocument | null) => ChartSettings;
}

/**
 * Loads what stands beside a run's figures before these are shown, so that all of them change at once.
 * @param wantsChart whether there is a chart to be drawn again
 * @throws the signal's reason once it is aborted
 */
export async function loadBeside(
  loaded: Loaded<StatisticsDocument>,
  wantsChart: boolean,
  signal: AbortSignal,
): Promise<Beside> {
  const [rows, distribution] = await Promise.allSettled([
    loadHistory(loaded, signal),
    wantsChart ? loadDistribution(loaded, signal) : null,
  ]);
  signal.throwIfAborted();
  const next = distribution.status === "fulfilled" ? distribution.value : null;
  return {
    loaded,
    rows: rows.status === "fulfilled" ? rows.value : null,
    distribution: next,
    keep: (settings, before) => (next === null ? INITIAL_SETTINGS : keptSettings(settings, before, next)),
  };
}
