import type { Drift, Limits, PartVerdict, PartVerdicts } from "../../artifact/index.js";
import { decimalsBeyond, formatBound, formatIndex } from "../format/format-index.js";
import { formatPoints } from "../format/format-share.js";
import { formatValue } from "../format/format-value.js";
import { toldIndex } from "../verdict/told-index.js";
import { worstPart } from "../verdict/worst-part.js";
import { wordsFor } from "../words/words-for.js";

/** The part that a verdict rests on: its figure, what the figure is held against, and how they are written. */
export interface LeadingPart extends Pick<PartVerdict, "noise"> {
  name: keyof PartVerdicts;
  /** An index, or a difference of shares from −1 to 1. */
  value: number;
  limits: Pick<Limits, "watch" | "shifted">;
  /** The figure: "0.21", "+6.2 pp". */
  figure: string;
  /** Writes a limit in the figure's unit, without the unit: "0.25", "3". */
  limit: (value: number) => string;
  /** Writes what noise reaches: "0.0002", "0.28 pp". */
  bound: (noise: number) => string;
}

/**
 * The worst part of a verdict, the index where parts are equally bad.
 * @param spoken for the ear: "0.28 points"
 * @returns null where it has no figure that is told
 */
export function leadingPart(
  { verdicts, limits }: Pick<Drift, "verdicts" | "limits">,
  language: string,
  spoken = false,
): LeadingPart | null {
  const name = worstPart(verdicts);
  const { value, noise } = verdicts[name]!;
  if (name === "index") {
    const index = toldIndex(verdicts);
    if (index === null) return null;
    const limit = (at: number): string => formatIndex(at, language, limits);
    const figure = formatIndex(index, language, limits, noise ?? undefined);
    const bound = (most: number): string => formatBound(most, language, index);
    return { name, value: index, noise, limits, figure, limit, bound };
  }
  if (value === null) return null;
  const moved = Math.abs(value) * 100;
  const decimals = decimalsBeyond(moved, (noise ?? Infinity) * 100, 1);
  const { points } = wordsFor(language)[spoken ? "spoken" : "written"];
  return {
    name,
    value,
    noise,
    limits: { watch: limits[`${name}Watch`], shifted: limits[`${name}Shifted`] },
    figure: formatPoints(value, language, { decimals }),
    limit: (at) => formatValue(at * 100, language),
    bound: (most) => formatBound(most * 100, language, moved) + points,
  };
}
