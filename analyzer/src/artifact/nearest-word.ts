import { editDistance } from "./edit-distance.js";

/** The known word that a mistyped one most likely means (Levenshtein distance of at most 0.4 of its length); null where none is near. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Math.floor(0.4 * Math.max(3, typed.length)) + 1;
  for (const word of known) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = word;
    }
  }
  return nearest;
}

/** `; did you mean X?` or, where nothing is near, `; known: A, B, C`. */
export function suggest(typed: string, known: readonly string[]): string {
  const nearest = nearestWord(typed, known);
  return nearest === null ? `; known: ${known.join(", ")}` : `; did you mean ${nearest}?`;
}
