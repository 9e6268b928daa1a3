import type { LocalText, ManifestFeature, State, Verdict } from "@featurescope/analyzer/artifact";
import type { FeatureNames } from "./feature-names.js";
import { putTogether } from "./template.js";

/** Figures that are looked up in many rows at once. */
export type QuickFigure = "rows" | "populationStabilityIndex" | "missingShare";

/** What features of a run have in common. */
export interface FeatureTemplate {
  /** Of {@link takeApart}. */
  value: unknown;
  verdict: Verdict;
  state: State;
  /** Which of a row's numbers a figure is; null where it is none. */
  numberOf: Record<QuickFigure, number | null>;
}

/** Rows whose numbers lie in one array: large ones would leave holes in the process's memory while they grow. */
export const ROWS_PER_BLOCK = 512;

/** What hardly changes from one run to the next. */
export interface SteadyPart {
  json: string;
  referenceId: string | null;
  title: LocalText;
}

/** A run's features, taken apart: a row for each, but that numbers and texts lie one row after the other. */
export interface FeatureColumns {
  names: FeatureNames;
  templates: readonly FeatureTemplate[];
  steady: readonly SteadyPart[];
  /** Of {@link ROWS_PER_BLOCK} rows each. */
  numbers: readonly Float64Array[];
  /** Where a row's numbers begin in its block. */
  numbersFrom: Uint32Array;
  /** Of shares of a row's rows, in blocks as well. */
  counts: readonly Uint32Array[];
  countsFrom: Uint32Array;
  texts: readonly string[];
  /** Where a row's texts begin. */
  textsFrom: Uint32Array;
}

/** A row's places in the columns and in the feature's list of runs. */
const BYTES_PER_ROW = 96;
/** Name, key and steady part of a row that shares none of them, without their letters. */
const BYTES_PER_OWN_ROW = 240;
const BYTES_PER_TEXT = 32;
const BYTES_PER_TEMPLATE = 2500;

/** The headline figures of a run's features in little memory: some 450 bytes for each, where objects take two thousand. */
export class RunFeatures {
  #columns: FeatureColumns;
  #bytes: number;

  constructor(columns: FeatureColumns) {
    this.#columns = columns;
    this.#bytes = bytesOf(columns, columns.steady);
  }

  get names(): FeatureNames {
    return this.#columns.names;
  }

  /** Number of features. */
  get size(): number {
    return this.names.size;
  }

  /** About how much memory they take, without what is another run's. */
  get bytes(): number {
    return this.#bytes;
  }

  /** All that the manifest says of a feature. */
  at(row: number): ManifestFeature {
    const { templates, steady, texts } = this.#columns;
    const block = Math.floor(row / ROWS_PER_BLOCK);
    const [numbers, counts] = [this.#columns.numbers[block]!, this.#columns.counts[block]!];
    const total = this.figure(row, "rows")!;
    let number = this.#columns.numbersFrom[row]!;
    let count = this.#columns.countsFrom[row]!;
    let text = this.#columns.textsFrom[row]!;
    const kept = (JSON.parse(steady[row]!.json) as unknown[]).values();
    return putTogether(templates[row]!.value, {
      number: () => numbers[number++]!,
      share: () => counts[count++]! / total,
      text: () => texts[text++]!,
      steady: () => kept.next().value,
    }) as ManifestFeature;
  }

  verdict(row: number): Verdict {
    return this.#columns.templates[row]!.verdict;
  }

  state(row: number): State {
    return this.#columns.templates[row]!.state;
  }

  /** Of all features in their order. */
  verdicts(): Verdict[] {
    return this.#columns.templates.map(({ verdict }) => verdict);
  }

  /** Null where the manifest has none. */
  figure(row: number, name: QuickFigure): number | null {
    const { templates, numbers, numbersFrom } = this.#columns;
    const at = templates[row]!.numberOf[name];
    return at === null ? null : numbers[Math.floor(row / ROWS_PER_BLOCK)]![numbersFrom[row]! + at]!;
  }

  title(row: number): LocalText {
    return this.#columns.steady[row]!.title;
  }

  referenceId(row: number): string | null {
    return this.#columns.steady[row]!.referenceId;
  }

  /** Takes from another run what both have in common. */
  shareWith(other: RunFeatures): void {
    const { names, steady: mine } = this.#columns;
    const { names: theirNames, steady: theirs } = other.#columns;
    const isAlike = names.equals(theirNames);
    const steady = mine.map((part, row) => {
      const twin = theirs[isAlike ? row : (theirNames.rowOfName(names.names[row]!) ?? -1)];
      return twin?.json === part.json ? twin : part;
    });
    const own = steady.filter((part, row) => part === mine[row]);
    this.#columns = { ...this.#columns, names: isAlike ? theirNames : names, steady };
    this.#bytes = bytesOf(this.#columns, own);
  }
}

/** @param own steady parts that are no other run's */
function bytesOf(
  { names, templates, numbers, counts, texts }: FeatureColumns,
  own: readonly SteadyPart[],
): number {
  let bytes = names.size * BYTES_PER_ROW + new Set(templates).size * BYTES_PER_TEMPLATE;
  for (const { byteLength } of [...numbers, ...counts]) bytes += byteLength;
  for (const text of texts) bytes += BYTES_PER_TEXT + text.length;
  for (const { json } of own) bytes += BYTES_PER_OWN_ROW + json.length;
  return bytes;
}
