/** Height of a chart that is two lines of text, in px. */
export const SENTENCE_HEIGHT = 48;
