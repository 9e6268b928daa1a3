import { type HistoryRow, decodeDistribution, decodeStatistics } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { fileIn, folderOf } from "../controllers/addresses.js";
import type { LiveTarget } from "../controllers/live-updates.js";
import { type Loaded, loadDocument } from "../controllers/load-document.js";
import { LoadError, errorOfFailure } from "../controllers/load-error.js";
import { loadDistribution, loadHistory } from "../controllers/load-feature.js";
import { inRun } from "../controllers/run-addresses.js";
import { presetsOf } from "./presets.js";

/** Runs of a feature, and which others there are. */
export interface LoadedRuns {
  /** The run that is looked at. */
  current: ChartDocuments;
  /** The others, in the order that they were asked for; none twice. */
  others: readonly ChartDocuments[];
  /** Runs up to the current one, oldest first; empty where the address is not a gateway's. */
  history: readonly HistoryRow[];
  /** Address of the feature's folder in one of these runs, or in one of the history; empty where that is not known. */
  addressOf: (run: string) => string;
}

/**
 * Loads a run and those to compare it with; without any, the run before it in the history.
 * @param src address of the feature's folder
 * @param against addresses of the same feature's folder in other runs
 * @throws LoadError
 */
export async function loadRuns(
  src: string,
  against: readonly string[],
  signal: AbortSignal,
): Promise<LoadedRuns> {
  const [current, ...named] = await Promise.all([src, ...against].map((each) => loadRun(each, signal)));
  const history = await historyOf(current!, signal);
  const ofHistory = (run: string): string => inRun(current!.folder, run).href;
  const { previous } = presetsOf(history, current!.document.statistics);
  const others =
    named.length === 0 && previous !== null ? [await loadRun(ofHistory(previous), signal)] : named;
  const folders = new Map(
    [current!, ...others].map(({ document: { statistics }, folder }) => [statistics.run, folder.href]),
  );
  return {
    current: current!.document,
    others: withoutTwins(
      current!.document,
      others.map(({ document }) => document),
    ),
    history,
    addressOf: (run) => folders.get(run) ?? ofHistory(run),
  };
}

/** Runs whose documents a page has in hand; null of none. @throws LoadError */
export function runsInHand(data: readonly Partial<ChartDocuments>[], src: string): LoadedRuns | null {
  if (!Array.isArray(data))
    throw new LoadError("document-invalid", "expected a list of documents", null, src);
  try {
    const [current, ...others] = data.map((documents: Partial<ChartDocuments> | null) => ({
      statistics: decodeStatistics(documents?.statistics),
      distribution: decodeDistribution(documents?.distribution),
    }));
    return current === undefined
      ? null
      : { current, others: withoutTwins(current, others), history: [], addressOf: () => src };
  } catch (failure) {
    throw errorOfFailure(failure, src);
  }
}

/**
 * The same once a run was published, which is then the one that is looked at.
 * @returns what was shown, where the run lacks the feature, or is older though what is shown was not withdrawn
 * @throws LoadError
 */
export async function followRuns(
  target: LiveTarget,
  src: string,
  against: readonly string[],
  shown: LoadedRuns,
  signal: AbortSignal,
): Promise<LoadedRuns> {
  const { loadInstead } = await import("../live/live.js");
  const { run, isWithdrawn } = target;
  const address = run === null ? src : shown.addressOf(run);
  return loadInstead(
    target,
    {
      shown,
      runOf: ({ current }) => current.statistics,
      load: () => loadRuns(address, against, signal),
      // Those that are named stay; the run before comes from a history, and may be gone.
      isThere: ({ others }) =>
        against.length > 0 || !others.some(({ statistics }) => isWithdrawn(statistics.run)),
    },
    signal,
  );
}

/** Runs, none twice and none the current one. */
function withoutTwins(current: ChartDocuments, others: readonly ChartDocuments[]): readonly ChartDocuments[] {
  const byRun = new Map(others.map((documents) => [documents.statistics.run, documents]));
  byRun.delete(current.statistics.run);
  return [...byRun.values()];
}

/** Loads what a feature's chart is drawn from, both files from the same run. */
async function loadRun(src: string, signal: AbortSignal): Promise<Loaded<ChartDocuments>> {
  const address = fileIn(folderOf(src, document.baseURI), "statistics.json");
  const loaded = await loadDocument(address, decodeStatistics, signal);
  const distribution = await loadDistribution(loaded, signal);
  return { document: { statistics: loaded.document, distribution }, folder: loaded.folder };
}

/** The comparison does without a history where it cannot be had. */
async function historyOf(
  { document, folder }: Loaded<ChartDocuments>,
  signal: AbortSignal,
): Promise<readonly HistoryRow[]> {
  try {
    return await loadHistory({ document: document.statistics, folder }, signal);
  } catch {
    signal.throwIfAborted();
    return [];
  }
}
