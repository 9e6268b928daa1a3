import type { FeatureSummary } from "../manifest.js";
import { type Decoder, count, nullable, number, object, text } from "./decoder.js";
import { finding, kind, partVerdicts, status, verdict } from "./shared-parts.js";

const maybe = nullable(number);

/** Fields of {@link FeatureSummary}, to be spread into a decoder. */
export const featureSummary: { [K in keyof FeatureSummary]: Decoder<FeatureSummary[K]> } = {
  kind,
  status,
  rows: count,
  missingShare: maybe,
  referenceMissingShare: maybe,
  unseenShare: maybe,
  referenceUnseenShare: maybe,
  mean: maybe,
  p25: maybe,
  p50: maybe,
  p75: maybe,
  populationStabilityIndex: maybe,
  noiseBound: maybe,
  adjustedPValue: maybe,
  verdict,
  verdicts: partVerdicts,
  finding,
  referenceId: nullable(text),
  reference: nullable(object({ p25: maybe, p50: maybe, p75: maybe })),
};
