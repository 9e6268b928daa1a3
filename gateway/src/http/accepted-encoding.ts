import type { Variant } from "../files/representation.js";
import { byHeader } from "./by-header.js";

/** Whether an `Accept-Encoding` header allows an encoding. */
const acceptedBy = byHeader((header) => {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    const value = weight === undefined ? 1 : Number(weight.slice(2));
    if (name !== "") weights.set(name, Number.isFinite(value) ? value : 0);
  }
  const rest = weights.get("*") ?? 0;
  return (encoding: string): boolean => (weights.get(encoding) ?? rest) > 0;
});

/**
 * The first variant that an `Accept-Encoding` header allows (RFC 9110, 12.5.3); `identity` where it allows none,
 * as it is better than no answer.
 */
export function acceptedVariant(variants: readonly Variant[], header: string): Variant {
  const accepts = acceptedBy(header);
  return variants.find(({ encoding }) => accepts(encoding)) ?? variants.at(-1)!;
}
