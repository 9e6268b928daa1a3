import type { FeatureList, FeatureRow, RecentRun } from "../history.js";
import { identity, verdict } from "./common.js";
import { manifestFeature, manifestHead } from "./decode-manifest.js";
import { type Decoder, fieldPath, fieldsOf, list, nullable, number, object, text, time } from "./decoder.js";
import { versioned } from "./versioned.js";

const maybe = nullable(number);
const maybeText = nullable(text);

/** Written out: a list has thirty for each feature, and decoded field by field they take as long as all else. */
const recentRun: Decoder<RecentRun> = (value, path) => {
  const source = fieldsOf(value, path);
  return {
    run: text(source["run"], fieldPath(path, "run")),
    end: time(source["end"], fieldPath(path, "end")),
    populationStabilityIndex: maybe(
      source["populationStabilityIndex"],
      fieldPath(path, "populationStabilityIndex"),
    ),
    verdict: verdict(source["verdict"], fieldPath(path, "verdict")),
    referenceId: maybeText(source["referenceId"], fieldPath(path, "referenceId")),
  };
};

/** Decodes a features list of the gateway. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeFeatureList = versioned<FeatureList>(
  object<FeatureList>({
    ...manifestHead,
    features: list(
      object<FeatureRow>({
        ...manifestFeature,
        run: identity.run,
        href: text,
        recent: list(recentRun),
      }),
    ),
    nextCursor: nullable(text),
  }),
);
