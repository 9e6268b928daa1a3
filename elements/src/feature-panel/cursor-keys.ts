/** Bins that a page of the cursor spans. */
const PAGE = 5;

/**
 * Where a key moves the cursor among `count` bins; null where the key is not one of the cursor's.
 * From nowhere the first step goes to the nearest end.
 * @param stands says whether a bin's difference is beyond noise: `n` goes to the next such bin, around the end
 */
export function moveCursor(
  key: string,
  cursor: number | null,
  count: number,
  stands: (bin: number) => boolean,
): number | null {
  const from = cursor ?? -1;
  const clamp = (bin: number): number => Math.min(count - 1, Math.max(0, bin));
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return clamp(from + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return cursor === null ? count - 1 : clamp(from - 1);
    case "PageDown":
      return clamp(from + PAGE);
    case "PageUp":
      return clamp((cursor ?? count) - PAGE);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "n":
    case "N":
      return nextStanding(from, count, stands) ?? cursor;
    default:
      return null;
  }
}

function nextStanding(from: number, count: number, stands: (bin: number) => boolean): number | null {
  for (let step = 1; step <= count; step++) {
    const bin = (from + step) % count;
    if (stands(bin)) return bin;
  }
  return null;
}
