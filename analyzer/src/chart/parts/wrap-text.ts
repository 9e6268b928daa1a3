import { cutInMiddle, textWidth } from "./text-width.js";

/**
 * Breaks a text into lines: at spaces, before and after Chinese characters, never at a no-break space. A piece that is wider than a
 * line is cut in the middle.
 * @param width of a line in px
 */
export function wrapText(text: string, width: number, size: number, weight = 400): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/ ?(?:[\u2e80-\uffff][，。；：、）]*|[^ \u2e80-\uffff]+)/gu) ?? []) {
    const longer = line + piece;
    if (textWidth(longer.trim(), size, weight) <= width) line = longer;
    else {
      if (line !== "") lines.push(line.trim());
      line = cutInMiddle(piece.trim(), width, size);
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trim()];
}
