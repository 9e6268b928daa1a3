import type { PartVerdict } from "@featurescope/analyzer/artifact";
import { isAlarm } from "@featurescope/analyzer/drift";

/** The figure of a part that asks for a look; null of any other. */
export function alarmingValue(part: PartVerdict | null): number | null {
  return isAlarm(part) ? (part?.value ?? null) : null;
}
