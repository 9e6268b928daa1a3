/** Texts for a sentence, separated by commas: as many as fit into it, and that there are more. @param andMore what stands after them then */
export function firstFew(texts: readonly string[], most: number, andMore: string): string {
  return texts.slice(0, most).join(", ") + (texts.length > most ? andMore : "");
}
