import { FeaturescopeError, isBroken, type ManifestFeature, type Verdict } from "../artifact/index.js";
import { severity } from "../drift/index.js";
import type { WrittenRun } from "../report/write-run.js";

/** What makes a command fail although its report is written. */
export interface Gates {
  /** Any feature that could not be analysed. */
  strict: boolean;
  /** Any feature with this verdict or a worse one; null for none. */
  failOn: Verdict | null;
}

/**
 * Ends a command by the gates that were asked for, once everything is written.
 * @throws FeaturescopeError `feature-not-analysed`, `drift-gate`
 */
export function checkOutcome(analyses: readonly WrittenRun[], { strict, failOn }: Gates): void {
  const named = (is: (feature: ManifestFeature) => boolean): string[] =>
    analyses.flatMap(({ manifest: { run, features } }) =>
      features.filter(is).map(({ name }) => (analyses.length === 1 ? name : `${name} (${run})`)),
    );
  const broken = strict ? named(({ status }) => isBroken(status)) : [];
  if (broken.length > 0) {
    throw new FeaturescopeError(
      "feature-not-analysed",
      `expected every feature to be analysed, as --strict asks; these could not be: ${broken.join(", ")}`,
    );
  }
  const moved =
    failOn === null
      ? []
      : named(({ verdict }) => verdict !== "unknown" && severity(verdict) >= severity(failOn));
  if (moved.length > 0) {
    throw new FeaturescopeError(
      "drift-gate",
      `expected no feature to reach ${failOn}, as --fail-on asks; these did: ${moved.join(", ")}`,
    );
  }
}
