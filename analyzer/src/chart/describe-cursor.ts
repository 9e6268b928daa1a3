import { formatCount, formatNumber, formatShare } from "../drift/index.js";
import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";
import { placeOf } from "./parts/place-of.js";
import { wordsOfView } from "./words/words-for.js";

/** A smaller share of the index would be said as 0 %. */
const LEAST_SHARE = 0.005;

/**
 * What is under the cursor, in words, for a tooltip and for speech: "Bin 13 of 50, 40.0 to 43.3 thousand: current 5.6 %,
 * reference 8.1 %, 2.5 points less, beyond noise." Beyond the ends of an axis: "> 296 k: current 0.1 % …". Empty where the cursor
 * is nowhere.
 */
export function describeCursor(documents: ChartDocuments, view: ChartView): string {
  const form = formOf(documents.statistics);
  const places = form.places(documents, view);
  const place = placeOf(view.cursor, places, form.beyond?.(documents, view));
  if (place === undefined) return "";
  const words = wordsOfView(view);
  const { rows } = documents.distribution;
  const number = formatCount((view.cursor ?? 0) + 1, view.language);
  const count = formatCount(places.length, view.language);
  const inBins = ["histogram", "dots"].includes(chartFormOf(documents.statistics));
  const isCounted = places.includes(place);
  const head = isCounted ? (inBins ? words.binOf : words.levelOf)(number, count, place.label) : place.label;

  const figure = (value: number, all: number): string =>
    view.mode === "count" || chartFormOf(documents.statistics) === "dots"
      ? formatCount(value, view.language)
      : formatShare(all > 0 ? value / all : 0, view.language);
  const parts = [words.sideIs(words.current, figure(place.current, rows.current))];
  if (place.reference !== null && rows.reference) {
    parts.push(words.sideIs(words.reference, figure(place.reference, rows.reference)));
    if (rows.current > 0) {
      const difference = place.current / rows.current - place.reference / rows.reference;
      const points = formatNumber(Math.abs(difference) * 100, view.language, 1);
      const none = formatNumber(0, view.language, 1);
      parts.push(points === none ? words.noDifference : (difference > 0 ? words.more : words.less)(points));
      parts.push(Math.abs(difference) > place.noise ? words.beyondNoise : words.withinNoise);
    }
  }
  if (place.indexShare !== null && place.indexShare >= LEAST_SHARE)
    parts.push(words.shareOfIndexIs(formatShare(place.indexShare, view.language, 0)));
  return head + words.colon + parts.join(words.comma) + words.stop;
}
