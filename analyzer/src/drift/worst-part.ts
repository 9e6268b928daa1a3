import type { PartVerdict, PartVerdicts, Verdict } from "../artifact/index.js";

/** From calm to alarming; `unknown` counts only if no part is watch or shifted. */
const ORDER: readonly Verdict[] = ["stable", "unknown", "watch", "shifted"];

/** How alarming a verdict is, from 0: stable, unknown, watch, shifted. */
export function severity(verdict: Verdict): number {
  return ORDER.indexOf(verdict);
}

/** The part that decides a feature's verdict: the worst; of equal ones the index, then missing, then unseen. */
export function worstPart(parts: PartVerdicts): { name: keyof PartVerdicts; part: PartVerdict } {
  let worst: { name: keyof PartVerdicts; part: PartVerdict } = { name: "index", part: parts.index };
  for (const name of ["missing", "unseen"] as const) {
    const part = parts[name];
    if (part !== null && severity(part.verdict) > severity(worst.part.verdict)) worst = { name, part };
  }
  return worst;
}
