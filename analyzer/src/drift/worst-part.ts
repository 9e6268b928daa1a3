import type { PartVerdicts, Verdict } from "../artifact/index.js";

/** From calm to alarming; `unknown` counts only if no part is watch or shifted. */
const ORDER: readonly Verdict[] = ["stable", "unknown", "watch", "shifted"];

/** How alarming a verdict is, from 0: stable, unknown, watch, shifted. */
export function severity(verdict: Verdict): number {
  return ORDER.indexOf(verdict);
}

/** The part that decides a feature's verdict: the worst; of equal ones the index, then missing, unseen, beyond. */
export function worstPart(parts: PartVerdicts): keyof PartVerdicts {
  let worst: keyof PartVerdicts = "index";
  for (const name of ["missing", "unseen", "beyond"] as const) {
    const part = parts[name];
    if (part !== null && severity(part.verdict) > severity(parts[worst]?.verdict ?? "stable")) worst = name;
  }
  return worst;
}

/** The feature's verdict: that of its worst part. */
export function worstVerdict(parts: PartVerdicts): Verdict {
  return parts[worstPart(parts)]?.verdict ?? "unknown";
}

/** Whether a verdict asks for a look: watch or shifted. */
export function isAlarm(verdict: Verdict): boolean {
  return verdict === "watch" || verdict === "shifted";
}
