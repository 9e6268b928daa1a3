import type { Drift, FeatureIdentity, FrozenFeature } from "../../artifact/index.js";
import type { ChartDocuments } from "../../chart/chart-types.js";
import { findingOf } from "../../drift/index.js";
import type { FeatureProfile } from "../../profile/feature-profile.js";
import { distributionOf } from "../../statistics/distribution-of.js";
import { featureConfiguration } from "./configuration.js";
import type { Run } from "./run.js";

/**
 * The documents of one feature in one run.
 * @param frozen the feature in the run's reference; undefined where the reference lacks it
 * @param drift judged; null where the two sides cannot be compared
 */
export function describeFeature(
  run: Run,
  profile: FeatureProfile,
  frozen: FrozenFeature | undefined,
  drift: Drift | null,
): ChartDocuments {
  const { name, kind, status } = profile;
  const { title, description, unit } = featureConfiguration(run.configuration, name);
  const identity: FeatureIdentity = {
    feature: name,
    key: run.keys.get(name) ?? name,
    title,
    description,
    unit,
  };
  // Two kinds cannot share an axis: the picture then shows the current side alone.
  const comparable = status === "type-changed" ? undefined : frozen;
  const distribution = {
    ...run.identity,
    ...identity,
    kind,
    status,
    referenceId: comparable?.referenceId ?? null,
    ...distributionOf(profile, comparable),
  };
  const figures = {
    ...run.identity,
    ...identity,
    kind,
    status,
    reason: profile.reason,
    integer: profile.integer,
    source: run.source,
    ...profile.statistics,
    reference:
      frozen === undefined || run.reference === null
        ? null
        : {
            referenceId: frozen.referenceId,
            source: run.reference.source,
            window: run.reference.window,
            kind: frozen.kind,
            ...frozen.statistics,
          },
    drift,
  };
  return {
    statistics: { ...figures, finding: findingOf(figures, distribution), pictures: [...run.pictures] },
    distribution,
  };
}
