import type { Sighting } from "../catalog/catalog.js";
import { FeatureIndex, FeatureRun, insertNewestFirst } from "./feature-index.js";
import { nextVersion } from "./next-version.js";
import { type Report, bytesOf } from "./report.js";

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
  #bytes = 0;
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
    const at = insertNewestFirst(this.runs, report, (run) => run);
    const neighbour = this.runs[at + 1] ?? this.runs[at - 1];
    if (neighbour !== undefined) report.features.shareWith(neighbour.features);
    this.#bytes += bytesOf(report);
    const { names, keys } = report.features.names;
    for (const [row, name] of names.entries()) {
      const feature = this.#byName.get(name) ?? new FeatureIndex(name);
      this.#byName.set(name, feature);
      this.#byKey.set(keys[row]!, feature);
      feature.add(new FeatureRun(report, row));
    }
  }

  remove(report: Report): void {
    this.touch();
    this.#byRun.delete(report.manifest.run);
    this.runs.splice(this.runs.indexOf(report), 1);
    this.#bytes -= bytesOf(report);
    for (const name of report.features.names.names) {
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

  /** About how much memory the runs take that are kept with their figures. */
  get bytes(): number {
    return this.#bytes;
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
    const newest = this.runs[0]?.features.names.names.map((name) => this.#byName.get(name)!) ?? [];
    return [...new Set([...newest, ...this.#byName.values()])];
  }
}
