import { formatShare } from "../../drift/index.js";
import type { ChartRow, ChartRows } from "../chart-types.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import type { LevelFrame } from "./level-frame.js";
import { shareOfIndex } from "./level-rows.js";

/** From this share of the index on, it is set in bold. */
const LARGE_SHARE = 0.1;

/** The column of shares of the index; a bracket gives all levels of the frozen bin `other` their common one. */
export function levelIndex({ layout, rows, words, view, statistics }: LevelFrame): ChartRows {
  const right = layout.index;
  if (right === null) return {};
  const share = (part: number): string =>
    part >= 0.005 ? formatShare(part, view.language, 0) : words.lessThan(formatShare(0.01, view.language, 0));
  const text = (part: number, middle: number): ChartRow => {
    const large = part >= LARGE_SHARE;
    const style = {
      align: "right",
      size: 13,
      color: large ? "ink" : "muted",
      weight: large ? 600 : 400,
    } as const;
    return textRow(right, middle + 4, share(part), style);
  };
  const texts = [textRow(right, 10, words.ofIndex, { align: "right" })];
  for (const { indexShare, middle } of rows) if (indexShare !== null) texts.push(text(indexShare, middle));

  const pooled = rows.filter((row) => row.pooled);
  const common = shareOfIndex(statistics, "other");
  const first = pooled[0];
  const last = pooled.at(-1);
  if (common === null || first === undefined || last === undefined) return { texts };
  texts.push(text(common, (first.middle + last.middle) / 2));
  if (first === last) return { texts };
  const [top, bottom, from, to] = [first.middle - 9, last.middle + 9, right - 44, right - 39];
  const strokes = [
    strokeRow([from, top], [to, top], "limit"),
    strokeRow([to, top], [to, bottom], "limit"),
    strokeRow([to, bottom], [from, bottom], "limit"),
  ];
  return { texts, strokes };
}
