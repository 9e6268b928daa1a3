import type { FrozenBin, FrozenFeature } from "../artifact/index.js";
import type { Dataset } from "../dataset/dataset.js";
import { type FeatureCounts, levelCut } from "../drift/index.js";
import { identifierLikeOf } from "../statistics/identifier-like-of.js";
import { rowStatistics } from "../statistics/row-statistics.js";
import { DistinctTexts } from "./distinct/distinct-texts.js";
import { type FeatureProfile, LEVEL_CAP, type ValueCount } from "./feature-profile.js";
import { statusOf } from "./status-of.js";

/** Characters of all kept levels together at most. */
const MOST_CHARACTERS = 2 ** 24;

/** Profile of a categorical or boolean column. @param frozen of the same kind, or of none; null without a reference */
export async function levelProfile(
  dataset: Dataset,
  name: string,
  kind: "categorical" | "boolean",
  frozen: FrozenFeature | null,
): Promise<FeatureProfile> {
  const counter = new LevelCounter(frozen);
  for await (const batch of dataset.levels(name)) {
    for (const { value, count } of batch) counter.add(value, count);
  }
  const { rows, missing, distinct, seenOnce, levels } = counter;
  const plain = rowStatistics({ rows, missing, nan: 0, positiveInfinity: 0, negativeInfinity: 0 });
  const most = levels[0]?.count ?? 0;
  const statistics = {
    ...plain,
    distinct,
    distinctError: 0,
    identifierLike:
      kind === "boolean" ? null : identifierLikeOf({ rows, count: plain.count, distinct, most }),
    trues: kind === "boolean" ? (levels.find(({ value }) => value === "true")?.count ?? 0) : null,
  };
  return {
    name,
    kind,
    status: statusOf(statistics),
    reason: null,
    integer: null,
    statistics,
    counts: frozen === null ? null : counter.counts(frozen),
    histogram: null,
    points: [],
    levels,
    levelsSeenOnce: seenOnce,
    levelRegisters: counter.different.registers,
    own: frozen === null ? { bins: ownBins(kind, counter), cells: null } : null,
    additive: null,
  };
}

/** Counts levels, and those of a frozen feature among them. */
class LevelCounter {
  rows = 0;
  missing = 0;
  distinct = 0;
  /** Levels that one row has. */
  seenOnce = 0;
  /** Rows whose level the reference lacks. */
  unseen = 0;
  readonly different = new DistinctTexts();
  readonly levels: ValueCount<string>[] = [];
  /** Rows of the levels that have a frozen bin. */
  readonly #binned = new Map<string, number>();
  readonly #known: ReadonlySet<string>;
  #characters = 0;

  constructor(frozen: FrozenFeature | null) {
    this.#known = new Set(frozen?.levels?.map(({ value }) => value));
    for (const { type, value } of frozen?.bins ?? [])
      if (type === "category") this.#binned.set(String(value), 0);
  }

  add(value: string | null, count: number): void {
    this.rows += count;
    if (value === null) {
      this.missing += count;
      return;
    }
    this.distinct++;
    this.different.add(value);
    if (count === 1) this.seenOnce++;
    if (!this.#known.has(value)) this.unseen += count;
    if (this.#binned.has(value)) this.#binned.set(value, count);
    this.#characters += value.length;
    if (this.levels.length < LEVEL_CAP && this.#characters < MOST_CHARACTERS)
      this.levels.push({ value, count });
  }

  counts({ bins, levels, statistics }: FrozenFeature): FeatureCounts {
    const inBins = [...this.#binned.values()].reduce((sum, count) => sum + count, 0);
    const knowsAll = levels !== null && levels.length === statistics.distinct;
    return {
      rows: this.rows,
      bins: bins.map(({ type, value }) => {
        if (type === "category") return this.#binned.get(String(value)) ?? 0;
        return type === "missing" ? this.missing : this.rows - this.missing - inBins;
      }),
      belowReference: null,
      aboveReference: null,
      cells: null,
      unseen: knowsAll ? this.unseen : null,
    };
  }
}

function ownBins(kind: "categorical" | "boolean", { levels, rows, missing }: LevelCounter): FrozenBin[] {
  const countOf = (value: string): number => levels.find((level) => level.value === value)?.count ?? 0;
  if (kind === "boolean") {
    const bins = ["true", "false"].map((value) => bin("category", value, countOf(value)));
    return [...bins, bin("missing", null, missing)];
  }
  const counts = levels.map(({ count }) => count);
  const least = levelCut(counts, rows);
  const own = levels.filter(({ count }) => count >= least);
  const inOwn = own.reduce((sum, { count }) => sum + count, 0);
  return [
    ...own.map(({ value, count }) => bin("category", value, count)),
    bin("other", null, rows - missing - inOwn),
    bin("missing", null, missing),
  ];
}

function bin(type: FrozenBin["type"], value: string | null, reference: number): FrozenBin {
  return { type, low: null, high: null, value, reference };
}
