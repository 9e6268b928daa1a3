import { normal, zeroInflatedPareto } from "./random.js";

type Draw = (random: () => number) => number;

/** How rows are drawn for each name of expected.json. */
export const DRAWS: Record<string, [reference: Draw, current: Draw]> = {
  "normal, no drift": [normal, normal],
  "normal, shifted and wider": [normal, (random) => 0.3 + 1.2 * normal(random)],
  "log-normal, no drift": [
    (random) => Math.exp(2 * normal(random)),
    (random) => Math.exp(2 * normal(random)),
  ],
  "log-normal, scaled": [
    (random) => Math.exp(2 * normal(random)),
    (random) => 1.5 * Math.exp(2 * normal(random)),
  ],
  "zeros and a Pareto tail, no drift": [zeroInflatedPareto, zeroInflatedPareto],
  "zeros and a Pareto tail, scaled": [zeroInflatedPareto, (random) => 2 * zeroInflatedPareto(random)],
  "few rows": [normal, (random) => 0.5 + normal(random)],
};
