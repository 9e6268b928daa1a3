import { charactersOf } from "../../artifact/index.js";

/** Advance widths of Inter, weight 400, from space to tilde, in hundredths of the font size. */
const ADVANCES = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29,
  30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74,
  69, 99, 68, 68, 63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61,
  61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66,
];
/** No-break space, minus, dashes, middle dot, ellipsis, delta. */
const OTHERS: Readonly<Record<string, number>> = {
  "\u00a0": 28,
  "−": 66,
  "–": 50,
  "·": 29,
  "…": 86,
  Δ: 68,
};
const BOLDER = 1.03;

/**
 * Estimated width of a text in px, for choices of layout before anything is drawn: within some per cent for Latin text in Inter,
 * exact for Chinese characters.
 */
export function textWidth(text: string, size: number, weight = 400): number {
  let hundredths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    hundredths += OTHERS[character] ?? ADVANCES[code - 32] ?? (code >= 0x2e80 ? 100 : 62);
  }
  return (hundredths / 100) * size * (weight > 400 ? BOLDER : 1);
}

/** So much of a longer text's ends is looked at: more never fits. */
const ENDS = 300;

/**
 * The text if it fits, else cut in the middle: names of features and levels often differ at the end.
 * @param head part of what stays that is the text's beginning; 0 for figures that differ in their last digits only
 */
export function cutInMiddle(text: string, width: number, size: number, head = 0.55): string {
  const isLong = text.length > 2 * ENDS;
  if (!isLong && textWidth(text, size) <= width) return text;
  const characters = isLong
    ? [...charactersOf(text.slice(0, ENDS)), ...charactersOf(text.slice(-ENDS))]
    : charactersOf(text);
  const cut = (kept: number): string => {
    const first = Math.ceil(kept * head);
    return `${characters.slice(0, first).join("")}…${characters.slice(characters.length - (kept - first)).join("")}`;
  };
  let [fits, tooMany] = [1, characters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (textWidth(cut(middle), size) <= width) fits = middle;
    else tooMany = middle;
  }
  return fits === 1 ? "…" : cut(fits);
}
