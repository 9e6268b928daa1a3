import type { FeatureList, FeatureRow } from "../lists.js";
import type { ListedRuns, RecentRuns } from "../recent-runs.js";
import { manifestFeature, manifestHead } from "./decode-manifest.js";
import { type Decoder, fieldPath, list, nullable, number, object, refuse, text, time } from "./decoder.js";
import { identity, verdict } from "./shared-parts.js";
import { versioned } from "./versioned.js";

/** Whole number from 0 to below a list's length. */
const positionIn =
  ({ length }: readonly unknown[]): Decoder<number> =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < length
      ? (value as number)
      : refuse(path, `a position below ${length}`, value);

/** Decodes a row's runs, which name those of the list. */
function recentOf({ runs, referenceIds }: ListedRuns): Decoder<RecentRuns> {
  const decode = object<RecentRuns>({
    runs: list(positionIn(runs)),
    referenceIds: list(nullable(positionIn(referenceIds))),
    populationStabilityIndex: list(nullable(number)),
    verdict: list(verdict),
  });
  return (value, path) => {
    const recent = decode(value, path);
    for (const [field, values] of Object.entries(recent) as [string, unknown[]][])
      if (values.length !== recent.runs.length)
        refuse(fieldPath(path, field), `a list of ${recent.runs.length}, one for each run`, values);
    return recent;
  };
}

const head = object<Omit<FeatureList, "features">>({
  ...manifestHead,
  recent: object<ListedRuns>({
    runs: list(object({ run: text, start: nullable(time), end: time })),
    referenceIds: list(text),
  }),
  nextCursor: nullable(text),
});

/** Decodes a features list of the gateway. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeFeatureList = versioned<FeatureList>((value, path) => {
  const known = head(value, path);
  const { features } = object<Pick<FeatureList, "features">>({
    features: list(
      object<FeatureRow>({
        ...manifestFeature,
        run: identity.run,
        href: text,
        recent: recentOf(known.recent),
      }),
    ),
  })(value, path);
  return { ...known, features };
});
