/** Texts whose characters never join with the next. */
const PLAIN = /^[ -~]*$/;

/** Made when it is first needed: it takes some ten milliseconds, and most names are plain. */
let graphemes: Intl.Segmenter | null = null;

/** What a reader takes for single characters: an emoji of several parts is one. */
export function charactersOf(text: string): string[] {
  if (PLAIN.test(text)) return Array.from(text);
  graphemes ??= new Intl.Segmenter();
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
