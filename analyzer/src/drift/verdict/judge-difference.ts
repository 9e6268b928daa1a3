import type { PartVerdict } from "../../artifact/index.js";

/** A difference of shares, with its noise and the limits that apply to it. */
export interface JudgedDifference {
  /** −1 to 1, as it is told. */
  difference: number;
  /** What is held against noise and limits. */
  size: number;
  /** What chance alone would reach, as a share. */
  noise: number;
  watch: number;
  shifted: number;
}

/** The verdict on a difference of shares: from its limits, if beyond noise. */
export function judgeDifference({ difference, size, noise, watch, shifted }: JudgedDifference): PartVerdict {
  const part = { value: difference, noise };
  if (size < Math.min(watch, shifted)) return { verdict: "stable", reason: null, ...part };
  if (size <= noise) return { verdict: "stable", reason: "within-noise", ...part };
  return { verdict: size >= shifted ? "shifted" : "watch", reason: null, ...part };
}
