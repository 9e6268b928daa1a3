/**
 * Fewest runs from which a rhythm is told: eight steps from one to the next, as for the usual range of the index. Apart from the
 * rhythm itself, so that a page can tell whether it needs that code.
 */
export const RHYTHM_RUNS = 9;
