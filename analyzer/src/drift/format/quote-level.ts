/** A level whose ends no reader sees: blanks. */
const BLANK_ENDS = /^\s|\s$/;

/**
 * A level as it stands by itself, in a chart or table: in quotation marks where it begins or ends with a blank, so that “Retail ”
 * is not taken for Retail.
 */
export function quoteLevel(level: string): string {
  return BLANK_ENDS.test(level) ? `“${level}”` : level;
}

/** A level as it stands among figures in a sentence: also where it ends with a digit, so that “4” 6.5 % is not read as one number. */
export function quoteAmongFigures(level: string): string {
  return /\d$/.test(level) ? `“${level}”` : quoteLevel(level);
}
