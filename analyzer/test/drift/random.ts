/** Seeded numbers from 0 to 1, both exclusive (mulberry32). `expected/make-expected.py` draws the same. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** A standard normal number (Box–Muller, one of the two). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** 85 % zeros, else a Pareto tail from 1 with exponent 1.5. */
export function zeroInflatedPareto(random: () => number): number {
  return random() < 0.85 ? 0 : random() ** (-1 / 1.5);
}
