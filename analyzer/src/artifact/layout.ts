/**
 * Pictures in a feature's folder: the chart, light and, where it was asked for, dark (740 CSS px wide at 2×); and the card for
 * e-mails (600 px at 2×), which says the finding too.
 */
export const PICTURE_FILES = ["chart.png", "chart-dark.png", "card.png"] as const;

/** One of {@link PICTURE_FILES}. */
export type PictureFile = (typeof PICTURE_FILES)[number];

/** Names of the files in a feature's folder. A reader accepts no other. */
export const FEATURE_FILES = [
  "statistics.json",
  "distribution.json",
  "chart.vl.json",
  ...PICTURE_FILES,
  "profile.json",
] as const;

/** One of {@link FEATURE_FILES}. */
export type FeatureFile = (typeof FEATURE_FILES)[number];

/** Run ids: lower case, so that no two differ only in case on any file system. */
export const RUN_ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/** Folder of the commit log, relative to the store's root. */
export const LOG_FOLDER = "_log/v1";

const LATEST = 9_999_999_999_999;

/** Folder of a feature, relative to the report's folder. */
export function featurePath(key: string): string {
  return `features/${key}`;
}

/** Folder of a run, relative to the store's root. */
export function runPath(pipelineKey: string, run: string): string {
  return `runs/${pipelineKey}/${run}`;
}

/**
 * Name of a commit-log entry: 13 digits that fall as time goes on, so that a listing has the newest first.
 * @param publishedAt milliseconds since 1970, 0 to 9999999999999
 */
export function logEntryPath(publishedAt: number, pipelineKey: string, run: string): string {
  const order = String(LATEST - publishedAt).padStart(13, "0");
  return `${LOG_FOLDER}/${order}!${pipelineKey}!${run}.json`;
}

/** The opposite of {@link logEntryPath}; null for any other path. */
export function parseLogEntryPath(
  path: string,
): { publishedAt: number; pipelineKey: string; run: string } | null {
  const match = /^_log\/v1\/(\d{13})!([^!/]+)!([^!/]+)\.json$/.exec(path);
  if (match === null) return null;
  const [, order = "", pipelineKey = "", run = ""] = match;
  return RUN_ID.test(run) ? { publishedAt: LATEST - Number(order), pipelineKey, run } : null;
}

/**
 * Default run id: a time as compact UTC and 8 random hex digits, e.g. `20261101t000000z-1f2e3d4c`.
 * @param time window end, else the time of writing
 * @param random 8 lower-case hex digits
 */
export function runIdOf(time: Date, random: string): string {
  const compact = time.toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "").toLowerCase();
  return `${compact}-${random}`;
}

/** When a run counts: the end of its window, else when it was written. */
export function runTime(run: { createdAt: string; window: { end: string } | null }): string {
  return run.window?.end ?? run.createdAt;
}

/**
 * Orders runs by (window end or createdAt, then createdAt, then run id), oldest first: a backfilled old window
 * never becomes the latest.
 */
export function compareRuns(
  a: { createdAt: string; window: { end: string } | null; run: string },
  b: { createdAt: string; window: { end: string } | null; run: string },
): number {
  return (
    Date.parse(runTime(a)) - Date.parse(runTime(b)) ||
    Date.parse(a.createdAt) - Date.parse(b.createdAt) ||
    (a.run < b.run ? -1 : a.run > b.run ? 1 : 0)
  );
}
