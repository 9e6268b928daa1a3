import { type FeatureFile, FeaturescopeError, featurePath } from "@featurescope/analyzer/artifact";
import { NotNow } from "@featurescope/analyzer/credentials";
import type { FeatureRun } from "../index/feature-index.js";
import type { Report } from "../index/report.js";
import { RefusedError } from "../store/refused-error.js";
import type { ServedFile } from "./served-file.js";

/** So many runs are tried for one request before the first failure is told. */
const MAX_TRIES = 8;

/** Where a run's files come from. */
export interface FileSource {
  /** @throws FeaturescopeError */
  ofRun(report: Report, path: string): Promise<ServedFile>;
  /** The copy in memory, however old; null without one. */
  inMemory(report: Report, path: string): ServedFile | null;
  /** Whether the store gives a file as it was published. */
  isSound(report: Report, path: string): Promise<boolean>;
}

/** Told of a run whose file is at fault. */
export type PassOver = (run: FeatureRun, file: string, error: unknown) => void;

/** Whether the store answered that it cannot give what it was asked for: then it may give something else. */
const isRefusal = (error: unknown): boolean =>
  error instanceof FeaturescopeError && error.cause instanceof NotNow;

const isAltered = (error: unknown): boolean =>
  error instanceof FeaturescopeError && error.code === "document-invalid";

const isStoreFailure = (error: unknown): boolean =>
  !(error instanceof FeaturescopeError) ||
  (error.code === "store-unreachable" && !(error instanceof RefusedError));

/** Path of a feature's file in a run's folder. */
export const pathInRun = (run: FeatureRun, name: FeatureFile): string => `${featurePath(run.key)}/${name}`;

/**
 * A feature's file of the newest run that has a good one.
 *
 * The store is asked for one run's after the other. What comes altered, or is refused once, makes its run doubtful: of a store that
 * gives nothing else either, that says nothing of the run. Once the store fails, the newest copy in memory is taken, whatever its run.
 * @param runs in the order in which they are tried
 * @param passOver told of runs whose file is missing or broken, or that the store fails to give while it gives another
 * @throws FeaturescopeError what the first run's file failed with, where no other run has a good one
 */
export async function newestFile(
  runs: Iterable<FeatureRun>,
  name: FeatureFile,
  files: FileSource,
  passOver: PassOver,
): Promise<ServedFile> {
  const untried = [...runs];
  const doubtful: { run: FeatureRun; error: unknown }[] = [];
  let failure: unknown;

  /** Asks the store; null where it is to be asked no more. @throws where the first run without the file ends the search */
  async function fromStore(): Promise<ServedFile | null> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const run = untried.shift();
      if (run === undefined) return null;
      const path = pathInRun(run, name);
      try {
        return await believed(await files.ofRun(run.report, path));
      } catch (error) {
        failure ??= error;
        if (isAltered(error) || (doubtful.length === 0 && isRefusal(error))) doubtful.push({ run, error });
        else if (isStoreFailure(error)) return null;
        else if (run.report.files.has(path)) passOver(run, path, error);
        else throw failure;
      }
    }
    const [next] = untried;
    if (next !== undefined && (await files.isSound(next.report, "manifest.json"))) passOverDoubtful();
    return null;
  }

  /** What was found, once it is clear what it says of the doubtful runs before it. */
  async function believed(served: ServedFile): Promise<ServedFile> {
    const [first] = doubtful;
    if (first === undefined) return served;
    const { outcome } = served.read;
    const isFromMemory = outcome === "hit" || outcome === "stale";
    // A copy in memory does not tell whether the store gives anything.
    const isTold =
      !isFromMemory || (!isRefusal(first.error) && (await files.isSound(served.report, served.path)));
    if (!isTold) return { ...served, isSubstitute: true };
    passOverDoubtful();
    return served;
  }

  function passOverDoubtful(): void {
    for (const { run, error } of doubtful) passOver(run, pathInRun(run, name), error);
  }

  function fromMemory(): ServedFile | null {
    for (const run of untried) {
      const kept = files.inMemory(run.report, pathInRun(run, name));
      if (kept !== null) return { ...kept, isSubstitute: true };
    }
    return null;
  }

  const found = (await fromStore()) ?? fromMemory();
  if (found === null) throw failure;
  return found;
}
