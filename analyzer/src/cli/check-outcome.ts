import { FeaturescopeError, isBroken, type ManifestFeature, STATES, stateOf } from "../artifact/index.js";
import type { WrittenRun } from "../report/write/write-run.js";

/** What makes a command fail although its report is written; either does so where a run or its reference has no rows, too. */
export interface Gates {
  /** Any feature that could not be analysed. */
  strict: boolean;
  /** Any feature with this verdict or worse, of which being broken is the worst; null for none. */
  failOn: "watch" | "shifted" | null;
}

/**
 * Ends a command by the gates that were asked for, once everything is written.
 * @throws FeaturescopeError `feature-not-analysed`, `drift-gate`
 */
export function checkOutcome(analyses: readonly WrittenRun[], { strict, failOn }: Gates): void {
  if (strict || failOn !== null) refuseNoRows(analyses, strict);
  const named = (is: (feature: ManifestFeature) => boolean): string[] =>
    analyses.flatMap(({ manifest: { run, features } }) =>
      features.filter(is).map((feature) => {
        const remarks = [
          analyses.length === 1 ? [] : run,
          isBroken(feature.status) ? feature.status : [],
        ].flat();
        return remarks.length === 0 ? feature.name : `${feature.name} (${remarks.join(", ")})`;
      }),
    );
  const broken = strict ? named(({ status }) => isBroken(status)) : [];
  if (broken.length > 0) {
    throw new FeaturescopeError(
      "feature-not-analysed",
      `expected every feature to be analysed, as --strict asks; these could not be: ${broken.join(", ")}`,
    );
  }
  const isAsBad = (feature: ManifestFeature): boolean =>
    failOn !== null && STATES.indexOf(stateOf(feature)) <= STATES.indexOf(failOn);
  const moved = named(isAsBad);
  if (moved.length > 0) {
    throw new FeaturescopeError(
      "drift-gate",
      `expected no feature to reach ${failOn} or to be broken, as --fail-on asks; these did: ${moved.join(", ")}`,
    );
  }
}

/** Without rows every verdict is `unknown`, and the batch at fault would pass for a calm one. */
function refuseNoRows(analyses: readonly WrittenRun[], strict: boolean): void {
  const sides = analyses.flatMap(({ manifest: { dataset, window, reference } }) => [
    { ...dataset, window },
    ...(reference === null ? [] : [reference]),
  ]);
  const empty = sides.flatMap(({ rows, source, window }) =>
    rows > 0 ? [] : source + (window === null ? "" : ` from ${window.start} to ${window.end}`),
  );
  if (empty.length === 0) return;
  throw new FeaturescopeError(
    strict ? "feature-not-analysed" : "drift-gate",
    `expected rows to analyse, as ${strict ? "--strict" : "--fail-on"} asks, found none in ${[...new Set(empty)].join(", ")}. Look at what writes them, and whether the window is theirs.`,
  );
}
