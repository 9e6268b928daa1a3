import { accounts, age, amount, income, pastDue, product, region } from "../credit-columns.mjs";

/** A share of the rows gets another value. */
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

/** And to these: values before and now, in SQL, from the uniform numbers of a row. */
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
