import type { Kind, Limits, LocalText } from "../../artifact/index.js";

/** What the configuration says of one feature. */
export interface FeatureConfiguration {
  /** Empty where none is given. */
  title: LocalText;
  /** Empty where none is given. */
  description: LocalText;
  unit: string | null;
  /** Read the column as this kind; null leaves it to the data. */
  kind: Kind | null;
  /** Texts that mean missing in this column, in place of those of the run; null where none are given. */
  missingTokens: readonly string[] | null;
  /** Weight of the feature in the model, 0 or more, any scale; null where none is given. */
  importance: number | null;
  /** Complete: the run's thresholds where the feature sets none of its own. */
  limits: Limits;
}

/** What a configuration file says, completed with the defaults. */
export interface Configuration {
  /** Remarks to be shown beside the run; empty where none is given. */
  note: LocalText;
  /** The limits where a feature sets none. */
  thresholds: Limits;
  /** By feature name; only those that the file names. */
  features: ReadonlyMap<string, FeatureConfiguration>;
}

/** The configuration of a feature, also where the file does not name it. */
export function featureConfiguration(configuration: Configuration, name: string): FeatureConfiguration {
  return (
    configuration.features.get(name) ?? {
      title: {},
      description: {},
      unit: null,
      kind: null,
      missingTokens: null,
      importance: null,
      limits: configuration.thresholds,
    }
  );
}

/** Names in the configuration that no column has: typing errors, most likely. */
export function unmatchedNames(
  { features }: Configuration,
  dataset: { columns: readonly { name: string }[] },
  reference: { features: readonly { name: string }[] } | null,
): string[] {
  const known = new Set([...dataset.columns, ...(reference?.features ?? [])].map(({ name }) => name));
  return [...features.keys()].filter((name) => !known.has(name));
}
