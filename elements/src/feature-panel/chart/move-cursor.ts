import type { CursorRange } from "@featurescope/analyzer/chart";

/** Bins that a page of the cursor spans. */
const PAGE = 5;

/**
 * Where a key moves the cursor among bins; null where the key is not one of the cursor's.
 * From nowhere the first step goes to the nearest end.
 * @param stands says whether a bin's difference is beyond noise: `n` goes to the next such bin, around the end
 */
export function moveCursor(
  key: string,
  cursor: number | null,
  { first, last }: CursorRange,
  stands: (bin: number) => boolean,
): number | null {
  const from = cursor ?? first - 1;
  const clamp = (bin: number): number => Math.min(last, Math.max(first, bin));
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return clamp(from + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return cursor === null ? last : clamp(from - 1);
    case "PageDown":
      return clamp(from + PAGE);
    case "PageUp":
      return clamp((cursor ?? last + 1) - PAGE);
    case "Home":
      return first;
    case "End":
      return last;
    case "n":
    case "N":
      return nextStanding(from, { first, last }, stands) ?? cursor;
    default:
      return null;
  }
}

function nextStanding(
  from: number,
  { first, last }: CursorRange,
  stands: (bin: number) => boolean,
): number | null {
  const count = last - first + 1;
  for (let step = 1; step <= count; step++) {
    const bin = first + ((from - first + step) % count);
    if (stands(bin)) return bin;
  }
  return null;
}
