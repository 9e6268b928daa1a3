const graphemes = new Intl.Segmenter();

/** What a reader takes for single characters: an emoji of several parts is one. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
