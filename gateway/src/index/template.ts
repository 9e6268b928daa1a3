/** What stands in a template in place of a value that was taken out; no other number is left in it. */
const NUMBER = 0;
const COUNT = 1;
const TEXT = 2;
const STEADY = 3;

/** Which values are taken out beside the numbers: fields, as they lie in each other. */
export type Plan = "steady" | "texts" | "shares" | { readonly [field: string]: Plan };

/** A value in parts: what many values have in common, and what fills it. */
export interface Parts {
  template: unknown;
  numbers: number[];
  /** Whole numbers below 2^32 that are, by the total, the shares of the lists where the plan says `shares`. */
  counts: number[];
  /** Texts of where the plan says `texts`. */
  texts: string[];
  /** Values where the plan says `steady`, which hardly change from one value to the next. */
  steady: unknown[];
}

/**
 * Takes a value of JSON apart. What is taken out stands in the parts in the order of the value's fields.
 * @param total what shares are of
 */
export function takeApart(value: unknown, plan: Plan, total: number): Parts {
  const [numbers, counts, texts, steady]: [number[], number[], string[], unknown[]] = [[], [], [], []];
  function take(from: unknown, within: Plan | undefined): unknown {
    if (within === "steady") return (steady.push(from), STEADY);
    if (typeof from === "number") return (numbers.push(from), NUMBER);
    if (typeof from === "string" && within === "texts") return (texts.push(from), TEXT);
    const found = within === "shares" ? countsOf(from, total) : null;
    if (found !== null) return found.map((count) => (counts.push(count), COUNT));
    if (Array.isArray(from)) return from.map((item) => take(item, within));
    if (typeof from !== "object" || from === null) return from;
    return mapFields(from, (item, field) => take(item, planOf(within, field)));
  }
  const template = take(value, plan);
  return { template, numbers, counts, texts, steady };
}

/**
 * How many of a total each of a list's shares is; null where any is not a share of it to the bit: else there would be a template
 * for each list.
 */
function countsOf(list: unknown, total: number): number[] | null {
  if (!Array.isArray(list)) return null;
  const counts = list.map((share) => Math.round(Number(share) * total) + 0);
  const isSame = counts.every(
    (count, i) => count >= 0 && count < 2 ** 32 && Object.is(count / total, list[i]),
  );
  return isSame ? counts : null;
}

function planOf(plan: Plan | undefined, field: string): Plan | undefined {
  if (typeof plan !== "object") return plan;
  return Object.hasOwn(plan, field) ? plan[field] : undefined;
}

/** Where what fills a template is taken from, one after the other. */
export interface Filling {
  number: () => number;
  /** A count as a share again. */
  share: () => number;
  text: () => string;
  steady: () => unknown;
}

/** The value that was taken apart. */
export function putTogether(template: unknown, filling: Filling): unknown {
  if (template === NUMBER) return filling.number();
  if (template === COUNT) return filling.share();
  if (template === TEXT) return filling.text();
  if (template === STEADY) return filling.steady();
  if (Array.isArray(template)) return template.map((item) => putTogether(item, filling));
  if (typeof template !== "object" || template === null) return template;
  return mapFields(template, (item) => putTogether(item, filling));
}

/** How many numbers fill a part of a template. */
export function numbersIn(template: unknown): number {
  if (template === NUMBER) return 1;
  if (typeof template !== "object" || template === null) return 0;
  return Object.values(template).reduce<number>((sum, item) => sum + numbersIn(item), 0);
}

/** Also of a field that is called `__proto__`. */
function mapFields(from: object, change: (item: unknown, field: string) => unknown): object {
  return Object.fromEntries(
    Object.entries(from).map(([field, item]: [string, unknown]) => [field, change(item, field)]),
  );
}
