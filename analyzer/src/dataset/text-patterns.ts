/** A number as it is read from text. */
export const NUMBER: RegExp = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** How a point in time begins. */
export const TIME: RegExp = /^\d{4}[-/]\d\d?[-/]\d\d?(\D|$)/;
