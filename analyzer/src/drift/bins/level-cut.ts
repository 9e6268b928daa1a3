import { levelThreshold } from "./bin-rules.js";

/** How far the cut may move from the threshold, as factors, in so many steps either way. */
const [LOWEST, HIGHEST, STEPS] = [0.5, 1.5, 20] as const;

/** Share of the index's own spread by which the choice of levels may raise it. */
const TOLERABLE = 0.2;

/**
 * Fewest reference rows of a level that has a bin of its own; all other levels share the bin `other`. It is the one nearest to
 * {@link levelThreshold} at which few levels have about as many rows: among many such levels chance chooses, those above it have
 * more rows in the reference than they will have again, those below fewer, and the index is above its noise without any drift.
 * Where there is no such place between half and one and a half of the threshold, the cut is where choosing matters least.
 * @param counts reference rows of each level, in any order
 * @param rows all rows of the reference, missing ones included
 */
export function levelCut(counts: readonly number[], rows: number): number {
  const threshold = levelThreshold(rows);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const near = counts.filter((count) => count >= LOWEST * threshold - 4 * Math.sqrt(threshold));
  let best = { cut: threshold, effect: choiceEffect(near, total, threshold) };
  for (let step = 1; step <= STEPS; step++) {
    for (const farthest of [LOWEST, HIGHEST]) {
      if (best.effect <= TOLERABLE) return best.cut;
      const cut = Math.ceil(threshold * farthest ** (step / STEPS));
      const effect = choiceEffect(near, total, cut);
      if (effect < best.effect) best = { cut, effect };
    }
  }
  return best.cut;
}

/**
 * By how much the choice raises the index without drift, as a share of the index's standard deviation. A level's rows are taken
 * for normal with the standard deviation σ = √cut, z of them above the cut. Then `other` lacks σ·Σφ(z) of the rows that it will
 * have again, which counts squared over its rows; the levels chosen have Σ −zφ(z) squared deviations too many; and the index over
 * as many bins has a standard deviation of √(2·bins), all in units of one over the reference's rows.
 */
function choiceEffect(counts: readonly number[], total: number, cut: number): number {
  const sigma = Math.sqrt(cut);
  let [own, other, lacking, excess] = [0, total, 0, 0];
  for (const count of counts) {
    const z = (count - cut) / sigma;
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    lacking += sigma * density;
    excess -= z * density;
    if (count >= cut) [own, other] = [own + 1, other - count];
  }
  const ofOther = other > 0 ? lacking ** 2 / other : 0;
  return (Math.max(0, excess) + ofOther) / Math.sqrt(2 * Math.max(1, own));
}
