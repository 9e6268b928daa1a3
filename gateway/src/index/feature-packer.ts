import { type ManifestFeature, stateOf } from "@featurescope/analyzer/artifact";
import { FeatureNames } from "./feature-names.js";
import {
  type FeatureTemplate,
  type QuickFigure,
  ROWS_PER_BLOCK,
  RunFeatures,
  type SteadyPart,
} from "./run-features.js";
import { type Plan, numbersIn, takeApart } from "./template.js";

/** What is configured of a feature and what its reference says stays for weeks; texts of findings are levels, of which there is no end. */
const PLAN = {
  name: "steady",
  key: "steady",
  title: "steady",
  unit: "steady",
  importance: "steady",
  limits: "steady",
  referenceMissingShare: "steady",
  referenceUnseenShare: "steady",
  referenceId: "steady",
  reference: "steady",
  shape: { reference: "steady", current: "shares" },
  finding: { arguments: "texts" },
} as const satisfies Plan;

/** Puts a run's features into columns. */
export class FeaturePacker {
  #names: string[] = [];
  #keys: string[] = [];
  #steady: SteadyPart[] = [];
  #templates: FeatureTemplate[] = [];
  #numbers: Float64Array[] = [];
  #counts: Uint32Array[] = [];
  #countsFrom: number[] = [];
  /** Those of the last block. */
  #lastNumbers: number[] = [];
  #lastCounts: number[] = [];
  #numbersFrom: number[] = [];
  #texts: string[] = [];
  #textsFrom: number[] = [];
  /** By their JSON; of thousands of features few differ. */
  #known = new Map<string, FeatureTemplate>();

  add(feature: ManifestFeature): void {
    const { template, numbers, counts, texts, steady } = takeApart(feature, PLAN, feature.rows);
    this.#names.push(feature.name);
    this.#keys.push(feature.key);
    this.#steady.push({
      json: JSON.stringify(steady),
      referenceId: feature.referenceId,
      title: feature.title,
    });
    this.#templates.push(this.#templateOf(template as Record<string, unknown>, feature));
    this.#numbersFrom.push(this.#lastNumbers.length);
    for (const number of numbers) this.#lastNumbers.push(number);
    this.#countsFrom.push(this.#lastCounts.length);
    for (const count of counts) this.#lastCounts.push(count);
    if (this.#names.length % ROWS_PER_BLOCK === 0) this.#endBlock();
    this.#textsFrom.push(this.#texts.length);
    for (const text of texts) this.#texts.push(text);
  }

  pack(): RunFeatures {
    this.#endBlock();
    return new RunFeatures({
      names: new FeatureNames(this.#names, this.#keys),
      templates: this.#templates,
      steady: this.#steady,
      numbers: this.#numbers,
      numbersFrom: Uint32Array.from(this.#numbersFrom),
      counts: this.#counts,
      countsFrom: Uint32Array.from(this.#countsFrom),
      texts: this.#texts,
      textsFrom: Uint32Array.from(this.#textsFrom),
    });
  }

  #endBlock(): void {
    this.#numbers.push(Float64Array.from(this.#lastNumbers));
    this.#counts.push(Uint32Array.from(this.#lastCounts));
    this.#lastNumbers = [];
    this.#lastCounts = [];
  }

  #templateOf(value: Record<string, unknown>, feature: ManifestFeature): FeatureTemplate {
    const json = JSON.stringify(value);
    const known = this.#known.get(json);
    if (known !== undefined) return known;
    const numberOf = (name: QuickFigure): number | null => {
      const fields = Object.keys(value);
      const before = fields.slice(0, fields.indexOf(name)).map((field) => value[field]);
      return feature[name] === null ? null : numbersIn(before);
    };
    const template = {
      value,
      verdict: feature.verdict,
      state: stateOf(feature),
      numberOf: {
        rows: numberOf("rows"),
        populationStabilityIndex: numberOf("populationStabilityIndex"),
        missingShare: numberOf("missingShare"),
      },
    };
    this.#known.set(json, template);
    return template;
  }
}
