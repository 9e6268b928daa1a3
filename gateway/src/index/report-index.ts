import { nextVersion } from "./next-version.js";
import { PipelineIndex } from "./pipeline-index.js";
import type { Report } from "./report.js";

/** What became of a report that was put into the index. */
export type Added = "added" | "duplicate" | "too-old";

/**
 * All reports in memory: a request is a look-up in it. Bounded: of each pipeline the newest `maxRuns` are kept.
 */
export class ReportIndex {
  readonly maxRuns: number;
  /** Another one after each change. */
  version = nextVersion();
  #byId = new Map<string, Report>();
  #byName = new Map<string, PipelineIndex>();
  #byKey = new Map<string, PipelineIndex>();

  constructor(maxRuns: number) {
    this.maxRuns = maxRuns;
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
    const oldest = pipeline.runs.length > this.maxRuns ? pipeline.runs.at(-1) : undefined;
    if (oldest !== undefined) this.remove(oldest.id);
    return oldest === report ? "too-old" : "added";
  }

  remove(id: string): void {
    const report = this.#byId.get(id);
    if (report === undefined) return;
    this.#byId.delete(id);
    const pipeline = this.#byName.get(report.manifest.pipeline)!;
    pipeline.remove(report);
    if (pipeline.runs.length > 0) return;
    this.#byName.delete(pipeline.name);
    this.#byKey.delete(pipeline.key);
  }

  get(id: string): Report | undefined {
    return this.#byId.get(id);
  }

  #newPipeline(name: string, key: string): PipelineIndex {
    return new PipelineIndex(name, key, () => (this.version = nextVersion()));
  }

  /** By key or by name. */
  pipeline(keyOrName: string): PipelineIndex | undefined {
    return this.#byKey.get(keyOrName) ?? this.#byName.get(keyOrName);
  }

  /** All pipelines by name, in code-point order. */
  pipelines(): PipelineIndex[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
