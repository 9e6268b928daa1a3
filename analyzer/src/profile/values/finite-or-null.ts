/** Null for what a double cannot hold: a report is strict JSON. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
