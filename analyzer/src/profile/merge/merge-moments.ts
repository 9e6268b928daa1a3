import type { ProfileMoments } from "../../artifact/index.js";
import { finiteOrNull } from "../values/finite-or-null.js";

/** Figures of merged moments, in the feature's units. */
export interface MomentFigures {
  mean: number | null;
  /** Divisor count − 1; null below two values. */
  std: number | null;
  /** Population g1; null where all values are alike. */
  skewness: number | null;
  /** Population excess g2; null where all values are alike. */
  kurtosis: number | null;
}

/** Moments of two sets of values together (Chan and Pébay, SAND2008-6212), the mean in two doubles. */
export function mergeMoments(one: ProfileMoments, other: ProfileMoments): ProfileMoments {
  const exponent = Math.max(one.exponent, other.exponent);
  const [a, b] = [rescaled(one, exponent), rescaled(other, exponent)];
  const n = a.count + b.count;
  const [low, rest] = twoSum(b.mean[0], -a.mean[0]);
  const delta = low + (rest + (b.mean[1] - a.mean[1]));
  // From the greater side, so that the rounding is that of the smaller step.
  const [base, step] = a.count >= b.count ? [a, (delta * b.count) / n] : [b, (-delta * a.count) / n];
  const [high, lost] = twoSum(base.mean[0], step);
  const square = delta * delta;
  return {
    count: n,
    exponent,
    mean: twoSum(high, lost + base.mean[1]),
    m2: a.m2 + b.m2 + (square * a.count * b.count) / n,
    m3:
      a.m3 +
      b.m3 +
      (square * delta * a.count * b.count * (a.count - b.count)) / n ** 2 +
      (3 * delta * (a.count * b.m2 - b.count * a.m2)) / n,
    m4:
      a.m4 +
      b.m4 +
      (square * square * a.count * b.count * (a.count ** 2 - a.count * b.count + b.count ** 2)) / n ** 3 +
      (6 * square * (a.count ** 2 * b.m2 + b.count ** 2 * a.m2)) / n ** 2 +
      (4 * delta * (a.count * b.m3 - b.count * a.m3)) / n,
  };
}

/** Null figures for null moments, and for what a double cannot hold. */
export function momentFigures(moments: ProfileMoments | null): MomentFigures {
  if (moments === null) return { mean: null, std: null, skewness: null, kurtosis: null };
  const { count, exponent, mean, m2, m3, m4 } = moments;
  const half = Math.trunc(exponent / 2);
  const scale = (value: number): number | null => finiteOrNull(value * 2 ** half * 2 ** (exponent - half));
  return {
    mean: scale(mean[0] + mean[1]),
    std: count < 2 ? null : scale(Math.sqrt(m2 / (count - 1))),
    skewness: m2 === 0 ? null : finiteOrNull((Math.sqrt(count) * m3) / m2 ** 1.5),
    kurtosis: m2 === 0 ? null : finiteOrNull((count * m4) / m2 ** 2 - 3),
  };
}

function rescaled(moments: ProfileMoments, exponent: number): ProfileMoments {
  if (moments.exponent === exponent) return moments;
  const factor = 2 ** (moments.exponent - exponent);
  const { count, mean, m2, m3, m4 } = moments;
  return {
    count,
    exponent,
    mean: [mean[0] * factor, mean[1] * factor],
    m2: m2 * factor ** 2,
    m3: m3 * factor ** 3,
    m4: m4 * factor ** 4,
  };
}

/** A sum and what its rounding lost (Knuth). */
function twoSum(a: number, b: number): [number, number] {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}
