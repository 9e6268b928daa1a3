import { isBroken, type Status, type Verdict } from "../artifact/index.js";

const GLYPHS: Record<Verdict, string> = { stable: "●", watch: "◆", shifted: "▲", unknown: "○" };

/** The shape that stands beside a verdict's word, as everywhere; ✕ where the column itself is broken. */
export function glyphOf({ status, verdict }: { status: Status; verdict: Verdict }): string {
  return isBroken(status) ? "✕" : GLYPHS[verdict];
}
