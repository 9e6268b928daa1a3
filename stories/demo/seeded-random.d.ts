/**
 * A small seeded generator (mulberry32): the same numbers on every machine, so that the demo's data and the
 * stories' pictures never change by chance. Not for anything secret.
 * @param seed any integer; its low 32 bits count
 * @returns a function that gives numbers in [0, 1)
 */
export declare function seededRandom(seed: number): () => number;
