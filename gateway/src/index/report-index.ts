import { runTime } from "@featurescope/analyzer/artifact";
import type { Sighting } from "../catalog/catalog.js";
import { nextVersion } from "./next-version.js";
import { PipelineIndex } from "./pipeline-index.js";
import type { Report } from "./report.js";
import { runIdTime } from "./run-id-time.js";

/** What became of a report that was put into the index; `rewritten`: it came in place of other content of the same run and folder. */
export type Added = "added" | "rewritten" | "duplicate" | "older";

/** How much is kept with its headline figures and files. Of older runs only the id is kept; they are read when asked for. */
export interface IndexLimits {
  /** Runs of a pipeline. */
  maxRuns: number;
  /** About how much memory all runs of all pipelines may take; beyond it, pipelines have about the same number of runs. */
  maxBytes: number;
}

/** Runs that are kept in any case: the newest, and the one that is served while a file of that one is broken. */
const LEAST_RUNS = 2;

const hashOf = ({ files }: Report): string | undefined => files.get("manifest.json")?.sha256;

/** All reports in memory: a request is a look-up in it. */
export class ReportIndex {
  /** Another one after each change. */
  version = nextVersion();
  #limits: IndexLimits;
  #runsKept: number;
  #byId = new Map<string, Report | Sighting>();
  #byName = new Map<string, PipelineIndex>();
  #byKey = new Map<string, PipelineIndex>();

  constructor(limits: IndexLimits) {
    this.#limits = limits;
    this.#runsKept = limits.maxRuns;
  }

  /** A pipeline that has so many runs needs no older ones. */
  get runsKept(): number {
    return this.#runsKept;
  }

  /** About how much memory the runs take that are kept with their figures. */
  get bytes(): number {
    let bytes = 0;
    for (const pipeline of this.#byName.values()) bytes += pipeline.bytes;
    return bytes;
  }

  /** Runs that are known, older ones included. */
  get size(): number {
    return this.#byId.size;
  }

  /** Whether a sighting is worth reading now, rather than when it is asked for. */
  needs({ of, publishedAt }: Sighting): boolean {
    const pipeline = of === null ? undefined : this.#byKey.get(of.pipelineKey);
    const oldest = pipeline?.runs.at(-1);
    if (of === null || oldest === undefined || pipeline!.runs.length < this.#runsKept) return true;
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
    this.#makeRoom(pipeline);
    if (this.#byId.get(report.id) !== report) return "older";
    return same?.path === report.path && hashOf(same) !== hashOf(report) ? "rewritten" : "added";
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

  /** Sets runs aside until the limits are kept: the oldest of a pipeline with the most, of those the largest. */
  #makeRoom(added: PipelineIndex): void {
    const { maxRuns, maxBytes } = this.#limits;
    if (added.runs.length > maxRuns) this.#setAside(added);
    let bytes = this.bytes;
    while (bytes > maxBytes) {
      const longest = [...this.#byName.values()].reduce((one, other) => {
        const more = other.runs.length - one.runs.length || other.bytes - one.bytes;
        return more > 0 ? other : one;
      });
      if (longest.runs.length <= LEAST_RUNS) return;
      const before = longest.bytes;
      this.#setAside(longest);
      bytes -= before - longest.bytes;
      this.#runsKept = longest.runs.length;
    }
  }

  /** Keeps a pipeline's oldest run by its id alone. */
  #setAside(pipeline: PipelineIndex): void {
    const report = pipeline.runs.at(-1)!;
    const { id, publishedAt, pipelineKey, manifest } = report;
    pipeline.remove(report);
    this.addOlder({ id, publishedAt, of: { pipelineKey, run: manifest.run } });
  }

  #newPipeline(name: string, key: string): PipelineIndex {
    return new PipelineIndex(name, key, () => (this.version = nextVersion()));
  }
}
