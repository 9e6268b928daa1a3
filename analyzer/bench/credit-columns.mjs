/**
 * Features of credit applications in SQL, of a row's numbers in (0, 1): `u(0)` and `u(1)` make its value, `u(2)` tells whether it is missing or 0.
 * Log-normal amounts to the cent, zero-inflated sums with a heavy tail, counts, categories.
 */

/** A standard normal number (Box and Muller). */
export const normal = (u) => `sqrt(-2 * ln(${u(0)})) * cos(2 * pi() * ${u(1)})`;
export const amount = (u) => `round(exp(9.6 + 0.8 * ${normal(u)}), 2)`;
export const income = (u) =>
  `CASE WHEN ${u(2)} < 0.05 THEN NULL ELSE round(exp(8.1 + 0.6 * ${normal(u)}), 2) END`;
export const age = (u) => `(18 + floor(62 * power(${u(0)}, 1.4)))::INTEGER`;
export const pastDue = (u) => `CASE WHEN ${u(2)} < 0.85 THEN 0 ELSE round(50 * power(${u(0)}, -0.7), 2) END`;
export const accounts = (u) => `floor(-3 * ln(${u(0)}))::INTEGER`;
export const region = (u) => `'R' || floor(20 * power(${u(0)}, 2))::INTEGER`;
export const product = (u) =>
  `['card', 'car', 'home', 'student', 'business'][1 + floor(5 * power(${u(0)}, 3))::INTEGER]`;
