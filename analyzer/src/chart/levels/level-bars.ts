import type { ChartRows } from "../chart-types.js";
import { hatchLines } from "../parts/hatch-lines.js";
import { mergeRows } from "../parts/merge-rows.js";
import { roomFor } from "../parts/room-for.js";
import { shareBar } from "../zones/share-bars.js";
import type { DrawnLevel, LevelFrame } from "./level-frame.js";

/** Share at the right end of the bars: a round one. */
export function mostShare(rows: readonly DrawnLevel[]): number {
  const levels = rows.filter(({ type }) => type === "level");
  const others = rows.filter(({ type }) => type !== "level");
  const most = roomFor(levels.map(greaterShare), others.map(greaterShare));
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((nice) => nice * power >= most * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function greaterShare({ share, referenceShare }: DrawnLevel): number {
  return Math.max(share, referenceShare ?? 0);
}

/** The bar of each line with the reference's tick; that of all rare levels together is hatched. */
export function levelBars({ layout, rows }: LevelFrame): ChartRows {
  const { narrow, barLeft: left, barRight: right } = layout;
  const most = mostShare(rows);
  const lines = rows.map((row): ChartRows => {
    const top = narrow ? row.top + 22 : row.middle - 6;
    const bottom = top + (narrow ? 9 : 12);
    const reference = row.referenceShare === 0 ? null : row.referenceShare;
    const { bars, ticks, strokes, end } = shareBar(
      { left, right, top, bottom, most, track: "soft" },
      row.share,
      reference,
    );
    const hatching = row.type === "other" ? hatchLines({ left, right: end, top, bottom }, "current") : [];
    return { bars, ticks, strokes: [...hatching, ...strokes] };
  });
  return mergeRows(...lines);
}
