import type { PartVerdicts, Verdict, VerdictReason } from "../../artifact/index.js";

/** The verdict of a feature that has no drift: without a reference, or of a status that cannot be compared. */
export function unjudged(reason: VerdictReason): { verdict: Verdict; verdicts: PartVerdicts } {
  const part = { verdict: "unknown", reason, value: null, noise: null } as const;
  return {
    verdict: "unknown",
    verdicts: { index: part, missing: part, unseen: null, beyond: null, heaped: null, stale: null },
  };
}
