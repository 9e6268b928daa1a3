import type { Sighting } from "../catalog/catalog.js";
import { FeatureIndex, insertNewestFirst } from "./feature-index.js";
import { nextVersion } from "./next-version.js";
import type { Report } from "./report.js";

/** The runs and features of one pipeline. */
export class PipelineIndex {
  readonly name: string;
  readonly key: string;
  /** Newest first, never empty while the index has the pipeline. */
  readonly runs: Report[] = [];
  /** Runs that are known by their id alone, by run. */
  readonly older = new Map<string, Sighting>();
  /** Another one after each change. */
  version = nextVersion();
  #byRun = new Map<string, Report>();
  #byName = new Map<string, FeatureIndex>();
  /** Keys of any run; a name may have got another key when a twin of it came or went. */
  #byKey = new Map<string, FeatureIndex>();

  #onChange: () => void;

  constructor(name: string, key: string, onChange: () => void) {
    this.name = name;
    this.key = key;
    this.#onChange = onChange;
  }

  add(report: Report): void {
    this.touch();
    this.#byRun.set(report.manifest.run, report);
    insertNewestFirst(this.runs, report, (run) => run);
    for (const summary of report.manifest.features) {
      const feature = this.#byName.get(summary.name) ?? new FeatureIndex(summary.name);
      this.#byName.set(summary.name, feature);
      this.#byKey.set(summary.key, feature);
      feature.add(report, summary);
    }
  }

  remove(report: Report): void {
    this.touch();
    this.#byRun.delete(report.manifest.run);
    this.runs.splice(this.runs.indexOf(report), 1);
    for (const { name } of report.manifest.features) {
      const feature = this.#byName.get(name);
      feature?.remove(report);
      if (feature?.runs.length !== 0) continue;
      this.#byName.delete(name);
      for (const [key, keyed] of this.#byKey) if (keyed === feature) this.#byKey.delete(key);
    }
  }

  addOlder(run: string, sighting: Sighting): void {
    this.touch();
    this.older.set(run, sighting);
  }

  removeOlder(run: string): void {
    this.touch();
    this.older.delete(run);
  }

  /** To be called when something changed beside the runs themselves: a fault was found or is gone. */
  touch(): void {
    this.version = nextVersion();
    this.#onChange();
  }

  /** Number of features that any of the runs has. */
  get featureCount(): number {
    return this.#byName.size;
  }

  /** Ids of all runs: those that are kept with their figures newest first, then the others as they were published. */
  runIds(): string[] {
    const older = [...this.older].sort(([, a], [, b]) => b.publishedAt - a.publishedAt);
    return [...this.runs.map(({ manifest }) => manifest.run), ...older.map(([run]) => run)];
  }

  run(run: string): Report | undefined {
    return this.#byRun.get(run);
  }

  /** By key or by name, as an address may give either; generated links hold keys. */
  feature(keyOrName: string): FeatureIndex | undefined {
    return this.#byKey.get(keyOrName) ?? this.#byName.get(keyOrName);
  }

  /** Those of the newest run in its order, then those that only earlier runs have. */
  features(): FeatureIndex[] {
    const newest = this.runs[0]?.manifest.features.map(({ name }) => this.#byName.get(name)!) ?? [];
    return [...new Set([...newest, ...this.#byName.values()])];
  }
}
