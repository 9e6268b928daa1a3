import type { Encoding, Variant } from "../files/representation.js";
import { byHeader } from "./by-header.js";

/** Which encodings an `Accept-Encoding` header allows. */
const acceptedBy = byHeader((header): Record<Encoding, boolean> => {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    const value = weight === undefined ? 1 : Number(weight.slice(2));
    if (name !== "") weights.set(name, Number.isFinite(value) ? value : 0);
  }
  const isAccepted = (encoding: Encoding): boolean => (weights.get(encoding) ?? weights.get("*") ?? 0) > 0;
  return { br: isAccepted("br"), gzip: isAccepted("gzip"), identity: isAccepted("identity") };
});

/**
 * The first variant that an `Accept-Encoding` header allows (RFC 9110, 12.5.3); `identity` where it allows none,
 * as it is better than no answer, and where there is no header.
 */
export function acceptedVariant(variants: readonly Variant[], header = "identity"): Variant {
  const accepted = acceptedBy(header);
  for (const variant of variants) if (accepted[variant.encoding]) return variant;
  return variants.at(-1)!;
}
