import type { FeatureStatistics } from "../../artifact/index.js";

/** What both sides tell of their levels. */
interface LevelFigures extends Pick<FeatureStatistics, "identifierLike"> {
  /** Null without a reference. */
  reference: Pick<FeatureStatistics, "identifierLike"> | null;
}

/** Whether a feature's levels are an identifier or free text on both sides: then there is no level to look at. */
export function isIdentifierLike({ identifierLike, reference }: LevelFigures): boolean {
  return identifierLike === true && (reference === null || reference.identifierLike === true);
}
