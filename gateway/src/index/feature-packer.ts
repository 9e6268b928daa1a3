import type { ManifestFeature } from "@featurescope/analyzer/artifact";
import { FeatureNames } from "./feature-names.js";
import { type FeatureTemplate, type QuickFigure, RunFeatures, type SteadyPart } from "./run-features.js";
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
  shape: { reference: "steady" },
  finding: { arguments: "texts" },
} as const satisfies Plan;

/** Puts a run's features into columns. */
export class FeaturePacker {
  #names: string[] = [];
  #keys: string[] = [];
  #steady: SteadyPart[] = [];
  #templates: FeatureTemplate[] = [];
  #numbers = new Float64Array(1024);
  #numberCount = 0;
  #numbersFrom: number[] = [];
  #texts: string[] = [];
  #textsFrom: number[] = [];
  /** By their JSON; of thousands of features few differ. */
  #known = new Map<string, FeatureTemplate>();

  add(feature: ManifestFeature): void {
    const { template, numbers, texts, steady } = takeApart(feature, PLAN);
    this.#names.push(feature.name);
    this.#keys.push(feature.key);
    this.#steady.push({
      json: JSON.stringify(steady),
      referenceId: feature.referenceId,
      title: feature.title,
    });
    this.#templates.push(this.#templateOf(template as Record<string, unknown>, feature));
    this.#numbersFrom.push(this.#numberCount);
    this.#addNumbers(numbers);
    this.#textsFrom.push(this.#texts.length);
    for (const text of texts) this.#texts.push(text);
  }

  pack(): RunFeatures {
    return new RunFeatures({
      names: new FeatureNames(this.#names, this.#keys),
      templates: this.#templates,
      steady: this.#steady,
      numbers: this.#numbers.slice(0, this.#numberCount),
      numbersFrom: Uint32Array.from(this.#numbersFrom),
      texts: this.#texts,
      textsFrom: Uint32Array.from(this.#textsFrom),
    });
  }

  #addNumbers(numbers: readonly number[]): void {
    const count = this.#numberCount + numbers.length;
    if (count > this.#numbers.length) {
      const larger = new Float64Array(2 * count);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers.set(numbers, this.#numberCount);
    this.#numberCount = count;
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
      numberOf: {
        populationStabilityIndex: numberOf("populationStabilityIndex"),
        missingShare: numberOf("missingShare"),
      },
    };
    this.#known.set(json, template);
    return template;
  }
}
