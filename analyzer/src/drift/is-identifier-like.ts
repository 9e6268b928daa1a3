import type { StatisticsDocument } from "../artifact/index.js";

/** Whether a feature's levels are an identifier or free text on both sides: then there is no level to look at. */
export function isIdentifierLike({
  identifierLike,
  reference,
}: Pick<StatisticsDocument, "identifierLike" | "reference">): boolean {
  return identifierLike === true && (reference === null || reference.identifierLike === true);
}
