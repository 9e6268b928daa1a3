type Values = readonly (number | null)[];

const finite = (values: Values): number[] =>
  values.filter((value): value is number => value !== null).sort((a, b) => a - b);

/** Arithmetic mean of the values that are there. */
export function mean(values: Values): number {
  const present = finite(values);
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}

/** Median by linear interpolation (R type 7). */
export function median(values: Values): number {
  const sorted = finite(values);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

/** Share of the values that are missing, 0 to 1. */
export function missingShare(values: Values): number {
  return values.filter((value) => value === null).length / values.length;
}

/** The rule of DESIGN.md 5, from the rows: which bin each value of a numeric feature falls into. */
function binning(reference: Values): (value: number | null) => string {
  const sorted = finite(reference);
  const n = sorted.length;
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  const points = new Set([...counts].filter(([, c]) => 10 * c >= n && c >= 30).map(([value]) => value));
  const others = sorted.filter((value) => !points.has(value));
  const m = others.length;
  const k = Math.max(1, Math.min(10, Math.max(5, Math.floor((20 * m + n) / (2 * n))), Math.floor(m / 30)));
  const cuts = Array.from({ length: k - 1 }, (_, i) => others[Math.floor(((i + 1) * m) / k)] ?? 0).filter(
    (cut) => cut > (others[0] ?? 0),
  );
  return (value) => {
    if (value === null) return "missing";
    if (points.has(value)) return `point ${value}`;
    return `interval ${cuts.filter((cut) => cut <= value).length}`;
  };
}

/** Population stability index of a numeric feature, computed from the rows as DESIGN.md 5 defines it. */
export function stabilityIndex(reference: Values, current: Values): number {
  const binOf = binning(reference);
  const count = (values: Values): Map<string, number> => {
    const bins = new Map<string, number>();
    for (const value of values) bins.set(binOf(value), (bins.get(binOf(value)) ?? 0) + 1);
    return bins;
  };
  const [r, c] = [count(reference), count(current)];
  const bins = new Set([...r.keys(), ...c.keys()]);
  let index = 0;
  for (const bin of bins) {
    const p = ((r.get(bin) ?? 0) + 0.5) / (reference.length + 0.5 * bins.size);
    const q = ((c.get(bin) ?? 0) + 0.5) / (current.length + 0.5 * bins.size);
    index += (q - p) * Math.log(q / p);
  }
  return index;
}
