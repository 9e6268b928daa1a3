import { DEFAULT_LIMITS, type Kind, KINDS, type Limits, type LocalText, suggest } from "../artifact/index.js";
import type { Configuration, FeatureConfiguration } from "../report/run/configuration.js";
import { Faults } from "./faults.js";

/** Keys of a configuration file, in the order of its documentation. */
export const CONFIGURATION_KEYS = ["note", "thresholds", "features"] as const;

/** Keys of one feature in a configuration file. */
export const FEATURE_KEYS = [
  "title",
  "description",
  "unit",
  "kind",
  "missingTokens",
  "importance",
  "limits",
] as const;

/** Kinds that a column can be read as. */
const FORCED_KINDS: readonly Kind[] = KINDS.filter((kind) => kind !== "unknown");

const LIMIT_PAIRS = [
  ["watch", "shifted"],
  ["missingWatch", "missingShifted"],
  ["unseenWatch", "unseenShifted"],
  ["beyondWatch", "beyondShifted"],
  ["heapedWatch", "heapedShifted"],
  ["staleWatch", "staleShifted"],
] as const satisfies readonly (readonly [keyof Limits, keyof Limits])[];

/** Reads one configuration, noting each fault with the path at which it stands. */
class ConfigurationReader {
  readonly faults = new Faults();

  read(value: unknown): Configuration {
    const root = this.#fields(value ?? {}, "", CONFIGURATION_KEYS);
    const thresholds = this.#limits(root["thresholds"], "thresholds", DEFAULT_LIMITS);
    const features = new Map<string, FeatureConfiguration>();
    for (const [name, entry] of Object.entries(this.#fields(root["features"] ?? {}, "features"))) {
      features.set(name, this.#feature(entry ?? {}, `features.${name}`, thresholds));
    }
    return { note: this.#texts(root["note"], "note"), thresholds, features };
  }

  #feature(value: unknown, path: string, thresholds: Limits): FeatureConfiguration {
    const fields = this.#fields(value, path, FEATURE_KEYS);
    return {
      title: this.#texts(fields["title"], `${path}.title`),
      description: this.#texts(fields["description"], `${path}.description`),
      unit: this.#optional(fields["unit"], `${path}.unit`, "text", isText),
      kind: this.#optional(fields["kind"], `${path}.kind`, `one of ${FORCED_KINDS.join(", ")}`, isKind),
      missingTokens: this.#optional(
        fields["missingTokens"],
        `${path}.missingTokens`,
        "a list of texts",
        isTexts,
      ),
      importance: this.#optional(
        fields["importance"],
        `${path}.importance`,
        "a number of 0 or more",
        isWeight,
      ),
      limits: this.#limits(fields["limits"], `${path}.limits`, thresholds),
    };
  }

  #fields(value: unknown, path: string, known?: readonly string[]): Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.faults.add(`${path || "the file"}: expected keys with values, found ${describe(value)}`);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (known !== undefined && !known.includes(key)) {
        this.faults.add(`${path === "" ? key : `${path}.${key}`}: unknown key${suggest(key, known)}`);
      }
    }
    return value as Record<string, unknown>;
  }

  #optional<T>(value: unknown, path: string, expected: string, is: (value: unknown) => value is T): T | null {
    if (value === undefined || value === null) return null;
    if (is(value)) return value;
    this.faults.add(`${path}: expected ${expected}, found ${describe(value)}`);
    return null;
  }

  #texts(value: unknown, path: string): LocalText {
    if (value === undefined || value === null) return {};
    if (isText(value)) return { en: value };
    const texts = this.#fields(value, path);
    for (const [language, text] of Object.entries(texts)) {
      if (!isText(text)) this.faults.add(`${path}.${language}: expected text, found ${describe(text)}`);
    }
    return texts as LocalText;
  }

  #limits(value: unknown, path: string, otherwise: Limits): Limits {
    const limits = { ...otherwise };
    const keys = Object.keys(limits) as (keyof Limits)[];
    const given = this.#fields(value ?? {}, path, keys);
    for (const key of keys) {
      limits[key] =
        this.#optional(given[key], `${path}.${key}`, "a number of 0 or more", isWeight) ?? limits[key];
    }
    for (const [low, high] of LIMIT_PAIRS) {
      // What the feature does not set is told of the run.
      const isOwn = otherwise[low] !== limits[low] || otherwise[high] !== limits[high];
      if (isOwn && limits[low] > limits[high]) {
        this.faults.add(
          `${path}: expected ${low} to be at most ${high}, found ${limits[low]} and ${limits[high]}`,
        );
      }
    }
    return limits;
  }
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isKind = (value: unknown): value is Kind => (FORCED_KINDS as readonly unknown[]).includes(value);
const isWeight = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "keys with values" : JSON.stringify(value);
}

/**
 * A configuration already in hand, e.g. of a Kubeflow parameter, completed with the defaults. A text in place of
 * texts by language is taken as English.
 * @param value what a YAML or JSON parser gave; null for an empty file
 * @throws FeaturescopeError `invalid-configuration` with all faults at once
 */
export function decodeConfiguration(value: unknown, source: string): Configuration {
  const reader = new ConfigurationReader();
  const configuration = reader.read(value);
  reader.faults.throwIfAny("invalid-configuration", `${source} is not valid`);
  return configuration;
}
