/** What is done to a feature's current rows: its values before and after, in SQL, from uniform numbers `u(0)` to `u(5)` of a row. */
const normal = (u) => `sqrt(-2 * ln(${u(0)})) * cos(2 * pi() * ${u(1)})`;
const amount = (u) => `round(exp(9.6 + 0.8 * ${normal(u)}), 2)`;
const income = (u) => `CASE WHEN ${u(2)} < 0.05 THEN NULL ELSE round(exp(8.1 + 0.6 * ${normal(u)}), 2) END`;
const age = (u) => `(18 + floor(62 * power(${u(0)}, 1.4)))::INTEGER`;
const pastDue = (u) => `CASE WHEN ${u(2)} < 0.85 THEN 0 ELSE round(50 * power(${u(0)}, -0.7), 2) END`;
const accounts = (u) => `floor(-3 * ln(${u(0)}))::INTEGER`;
const region = (u) => `'R' || floor(20 * power(${u(0)}, 2))::INTEGER`;
const product = (u) =>
  `['card', 'car', 'home', 'student', 'business'][1 + floor(5 * power(${u(0)}, 3))::INTEGER]`;
const some = (share, value, otherwise) => (u) =>
  `CASE WHEN ${u(5)} < ${share} THEN ${value} ELSE ${otherwise(u)} END`;

/** Nothing is done to these. */
export const CALM = [
  ["log-normal amounts", amount],
  ["incomes, 5 % missing", income],
  ["ages, whole numbers", age],
  ["85 % zeros, heavy tail", pastDue],
  ["counts", accounts],
  ["20 levels", region],
  ["5 levels", product],
];

/** And to these: before, and now. */
export const PLANTED = [
  ["5 % more are missing", income, some(0.05, "NULL", income)],
  ["4 % became −999", amount, some(0.04, "-999", amount)],
  ["4 % were filled with one value", amount, some(0.04, "14764.78", amount)],
  ["2 % came in cents", amount, (u) => `(${amount(u)}) * CASE WHEN ${u(5)} < 0.02 THEN 100 ELSE 1 END`],
  ["a new level has 3 %", product, some(0.03, "'green'", product)],
  ["all are half again as high", amount, (u) => `1.5 * ${amount(u)}`],
  ["ages are 6 years lower", age, (u) => `greatest(18, ${age(u)} - 6)`],
  [
    "every third of the commonest level is another",
    region,
    (u) => `CASE WHEN ${region(u)} = 'R0' AND ${u(5)} < 0.33 THEN 'R7' ELSE ${region(u)} END`,
  ],
];
