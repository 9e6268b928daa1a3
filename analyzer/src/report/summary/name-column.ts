import { charactersOf } from "../../artifact/index.js";

/** Columns of a terminal for the longest name: what follows is to stay on the line. */
const MOST = 40;

/** What takes two columns of a terminal: Chinese, Japanese and Korean with their signs, and emoji. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/**
 * Names below each other on a terminal, all as wide as the widest: long ones without their middle, as names of a list differ at
 * their ends, and blanks for what would move the cursor.
 */
export function nameColumn(names: readonly string[]): string[] {
  const shown = names.map((name) => shorten(charactersOf(name.replace(/[\p{Cc}\s]+/gu, " "))));
  const width = Math.max(0, ...shown.map(columnsOf));
  return shown.map((characters) => characters.join("") + " ".repeat(width - columnsOf(characters)));
}

function shorten(characters: string[]): string[] {
  const columns = columnsOf(characters);
  if (columns <= MOST) return characters;
  const room = Math.floor((MOST * characters.length) / columns) - 1;
  const tail = Math.floor(room / 3);
  return shorten([...characters.slice(0, room - tail), "…", ...characters.slice(-tail)]);
}

function columnsOf(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
