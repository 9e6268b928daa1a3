import { editDistance } from "./edit-distance.js";

/**
 * The known word that a mistyped one most likely means (Levenshtein distance of at most 0.4 of its length, and less than it);
 * null where none is near.
 */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Math.min(typed.length, Math.floor(0.4 * Math.max(3, typed.length)) + 1);
  for (const word of known) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = word;
    }
  }
  return nearest;
}

/** `; did you mean X?`; empty where nothing is near. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const nearest = nearestWord(typed, known);
  return nearest === null ? "" : `; did you mean ${nearest}?`;
}

/** `; did you mean X?` or, where nothing is near, `; known: A, B, C`. */
export function suggest(typed: string, known: readonly string[]): string {
  return didYouMean(typed, known) || `; known: ${known.join(", ")}`;
}
