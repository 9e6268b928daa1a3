import type { PartVerdicts, Verdict } from "../../artifact/index.js";

/** From calm to alarming; `unknown` counts only if no part is watch or shifted. */
const ORDER: readonly Verdict[] = ["stable", "unknown", "watch", "shifted"];

/** How alarming a verdict is, from 0: stable, unknown, watch, shifted. */
export function severity(verdict: Verdict): number {
  return ORDER.indexOf(verdict);
}

/** The part that decides a feature's verdict: the worst; of equal ones the first, in the contract's order. */
export function worstPart(parts: PartVerdicts): keyof PartVerdicts {
  let worst: keyof PartVerdicts = "index";
  let most = 0;
  for (const [name, part] of Object.entries(parts)) {
    if (part === null || severity(part.verdict) <= most) continue;
    [worst, most] = [name as keyof PartVerdicts, severity(part.verdict)];
  }
  return worst;
}

/** The feature's verdict: that of its worst part. */
export function worstVerdict(parts: PartVerdicts): Verdict {
  return parts[worstPart(parts)]?.verdict ?? "unknown";
}

/** Whether a part, or a feature, asks for a look: watch or shifted. */
export function isAlarm(part: { verdict: Verdict } | null | undefined): boolean {
  return part?.verdict === "watch" || part?.verdict === "shifted";
}
