import {
  type LocalText,
  type ManifestFeature,
  type State,
  type Verdict,
  compareRuns,
} from "@featurescope/analyzer/artifact";
import { nextVersion } from "./next-version.js";
import type { Report } from "./report.js";
import type { QuickFigure } from "./run-features.js";

/** A file of a run that turned out to be missing or broken, although the manifest lists it. */
interface Fault {
  file: string;
  /** When it is to be tried again, in milliseconds of a clock that is never set back, … */
  retryAt: number;
  /** … and how long that was put off. */
  afterMs: number;
}

/** One feature in one run. */
export class FeatureRun {
  readonly report: Report;
  /** The feature's place among the run's. */
  readonly row: number;
  /** While set, the run is passed over where the newest one is asked for. */
  fault: Fault | null = null;

  constructor(report: Report, row: number) {
    this.report = report;
    this.row = row;
  }

  get key(): string {
    return this.report.features.names.keys[this.row]!;
  }

  get verdict(): Verdict {
    return this.report.features.verdict(this.row);
  }

  get state(): State {
    return this.report.features.state(this.row);
  }

  /** Null where the manifest has none. */
  figure(name: QuickFigure): number | null {
    return this.report.features.figure(this.row, name);
  }

  get title(): LocalText {
    return this.report.features.title(this.row);
  }

  get referenceId(): string | null {
    return this.report.features.referenceId(this.row);
  }

  /** All that the manifest says of it, put together at each call. */
  get summary(): ManifestFeature {
    return this.report.features.at(this.row);
  }
}

/** Puts a run at its place in a list that has the newest first, and gives the place. */
export function insertNewestFirst<T>(list: T[], item: T, reportOf: (item: T) => Report): number {
  const { manifest } = reportOf(item);
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareRuns(reportOf(list[middle]!).manifest, manifest) > 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
  return low;
}

/** The newest run without a fault; the very newest where all have one. @param runs newest first, at least one */
export function newestOf(runs: readonly FeatureRun[]): FeatureRun {
  return runs.find((run) => run.fault === null) ?? runs[0]!;
}

/** Newest first, without the runs that a later one of the same window replaced. @param runs newest first */
export function* currentOf(runs: readonly FeatureRun[]): Generator<FeatureRun> {
  let last: Report | undefined;
  for (const run of runs) {
    const { window } = run.report.manifest;
    const previous = last?.manifest.window;
    const isReplaced =
      window !== null && previous != null && previous.start === window.start && previous.end === window.end;
    if (isReplaced) continue;
    last = run.report;
    yield run;
  }
}

/** The runs of a pipeline that have one feature. */
export class FeatureIndex {
  readonly name: string;
  /** Newest first, never empty while the pipeline has the feature; another list after each change, so that who has one can go on with it. */
  runs: readonly FeatureRun[] = [];
  /** Another one after each run that came or went. */
  version = nextVersion();

  constructor(name: string) {
    this.name = name;
  }

  add(run: FeatureRun): void {
    this.version = nextVersion();
    const runs = [...this.runs];
    insertNewestFirst(runs, run, ({ report }) => report);
    this.runs = runs;
  }

  remove(report: Report): void {
    this.version = nextVersion();
    this.runs = this.runs.filter((run) => run.report !== report);
  }

  /** As {@link newestOf}. */
  get newest(): FeatureRun {
    return newestOf(this.runs);
  }

  /** Newest first, those with a fault last. */
  *candidates(): Generator<FeatureRun> {
    for (const run of this.runs) if (run.fault === null) yield run;
    for (const run of this.runs) if (run.fault !== null) yield run;
  }
}
