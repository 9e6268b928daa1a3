import type { Words } from "../../words/words.js";

/** What is only spoken of the interactive chart. */
export interface LiveWords {
  chart: (feature: string) => string;
  /** How the chart is walked through. */
  keys: string;
}

const en: LiveWords = {
  chart: (feature) => `Distribution of ${feature}`,
  keys: "Arrow keys walk from bin to bin, N to the next one beyond noise.",
};

/** Words of the interactive chart in the language of all others. */
export function liveWords({ late }: Words): LiveWords {
  return late?.live ?? en;
}
