import { randomOf } from "./random.js";

/** So many rows, by a seed. */
export const draw = <T>(count: number, seed: number, row: (random: () => number) => T): T[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => row(random));
};

/** A level by its share. */
export const oneOf =
  (shares: Record<string, number>) =>
  (random: () => number): string => {
    let rest = random();
    for (const [level, share] of Object.entries(shares)) if ((rest -= share) < 0) return level;
    return Object.keys(shares)[0]!;
  };

/** Identifiers. */
export const ids = (first: number): string[] =>
  Array.from({ length: 2000 }, (_, i) => `application ${first + i}`);
