import { runTime } from "@featurescope/analyzer/artifact";
import type { Sighting } from "../catalog/catalog.js";
import { nextVersion } from "./next-version.js";
import { PipelineIndex } from "./pipeline-index.js";
import type { Report } from "./report.js";
import { runIdTime } from "./run-id-time.js";

/** What became of a report that was put into the index. */
export type Added = "added" | "duplicate" | "older";

/** How much is kept with its headline figures. Of older runs only the id is kept; they are read when asked for. */
export interface IndexLimits {
  /** Runs of a pipeline. */
  maxRuns: number;
  /** Features × runs, of all pipelines: each is about 2 kB. */
  maxRows: number;
}

/** Runs that are kept in any case: a sparkline is made of them. */
const LEAST_RUNS = 30;

/** All reports in memory: a request is a look-up in it. */
export class ReportIndex {
  /** Another one after each change. */
  version = nextVersion();
  #limits: IndexLimits;
  #byId = new Map<string, Report | Sighting>();
  #byName = new Map<string, PipelineIndex>();
  #byKey = new Map<string, PipelineIndex>();

  constructor(limits: IndexLimits) {
    this.#limits = limits;
  }

  /** Runs of each pipeline that are kept with their figures now: fewer where there are many features. */
  get runsKept(): number {
    const { maxRuns, maxRows } = this.#limits;
    let features = 0;
    for (const pipeline of this.#byName.values()) features += pipeline.featureCount;
    return Math.min(maxRuns, Math.max(LEAST_RUNS, Math.floor(maxRows / Math.max(1, features))));
  }

  /** Runs that are known, older ones included. */
  get size(): number {
    return this.#byId.size;
  }

  /** Whether a sighting is worth reading now, rather than when it is asked for. */
  needs({ of, publishedAt }: Sighting): boolean {
    const pipeline = of === null ? undefined : this.#byKey.get(of.pipelineKey);
    const oldest = pipeline?.runs.at(-1);
    if (of === null || oldest === undefined || pipeline!.runs.length < this.runsKept) return true;
    if (publishedAt > oldest.publishedAt) return true;
    return (runIdTime(of.run) ?? -Infinity) > Date.parse(runTime(oldest.manifest));
  }

  /**
   * Puts a report in. A run id that the pipeline has already stays what was published first, as a published run
   * never changes; only in the same folder the later one counts, as the earlier one's files are gone.
   */
  add(report: Report): Added {
    const { pipeline: name, run } = report.manifest;
    const pipeline = this.#byName.get(name) ?? this.#newPipeline(name, report.pipelineKey);
    const same = pipeline.run(run);
    const isFirst = same === undefined || report.publishedAt < same.publishedAt || report.path === same.path;
    if (!isFirst) return "duplicate";
    if (same !== undefined) this.remove(same.id);
    this.#byName.set(name, pipeline);
    this.#byKey.set(report.pipelineKey, pipeline);
    this.#byId.set(report.id, report);
    pipeline.add(report);
    const oldest = pipeline.runs.length > this.runsKept ? pipeline.runs.at(-1) : undefined;
    if (oldest !== undefined) this.#setAside(pipeline, oldest);
    return oldest === report ? "older" : "added";
  }

  /** Keeps a run that is not worth reading now by its id alone. */
  addOlder(sighting: Sighting): void {
    if (sighting.of === null) return;
    this.#byId.set(sighting.id, sighting);
    this.#byKey.get(sighting.of.pipelineKey)?.addOlder(sighting.of.run, sighting);
  }

  /** Drops a run; gives its report, where it was kept with its figures. */
  remove(id: string): Report | null {
    const known = this.#byId.get(id);
    if (known === undefined) return null;
    this.#byId.delete(id);
    if (!("manifest" in known)) {
      if (known.of !== null) this.#byKey.get(known.of.pipelineKey)?.removeOlder(known.of.run);
      return null;
    }
    const pipeline = this.#byName.get(known.manifest.pipeline)!;
    pipeline.remove(known);
    if (pipeline.runs.length === 0) {
      this.#byName.delete(pipeline.name);
      this.#byKey.delete(pipeline.key);
    }
    return known;
  }

  /** By key or by name. */
  pipeline(keyOrName: string): PipelineIndex | undefined {
    return this.#byKey.get(keyOrName) ?? this.#byName.get(keyOrName);
  }

  /** All pipelines by name, in code-point order. */
  pipelines(): PipelineIndex[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #setAside(pipeline: PipelineIndex, report: Report): void {
    const { id, publishedAt, pipelineKey, manifest } = report;
    pipeline.remove(report);
    this.addOlder({ id, publishedAt, of: { pipelineKey, run: manifest.run } });
  }

  #newPipeline(name: string, key: string): PipelineIndex {
    return new PipelineIndex(name, key, () => (this.version = nextVersion()));
  }
}
