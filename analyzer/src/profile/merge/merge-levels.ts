import type { ProfileLevels } from "../../artifact/index.js";
import { differentOf, registersOfTexts } from "../distinct/different-values.js";
import { mergeRegisters, readRegisters } from "../distinct/distinct-registers.js";
import { compareLevels } from "./profile-counts.js";

/**
 * Levels of both with their rows. A level that one side may have cut off has no exact count and is left out, so that those that remain are
 * exact; their sum with the others still is.
 */
export function mergeLevels(a: ProfileLevels | null, b: ProfileLevels | null): ProfileLevels | null {
  if (a === null || b === null) return a ?? b;
  const counts = new Map<string, number>();
  const [inA, inB] = [a, b].map((side) => new Map(side.counts.map(({ value, count }) => [value, count]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  for (const value of new Set([...inA.keys(), ...inB.keys()])) {
    const [countA, countB] = [countIn(a, inA, value), countIn(b, inB, value)];
    if (countA !== null && countB !== null) counts.set(value, countA + countB);
  }
  const complete = a.complete && b.complete;
  const merged = [...counts].map(([value, count]) => ({ value, count })).sort(compareLevels);
  return {
    counts: merged,
    complete,
    registers: complete ? null : mergeTexts(a, b),
    seenOnce: complete ? merged.filter(({ count }) => count === 1).length : null,
    unseen: a.unseen === null || b.unseen === null ? null : a.unseen + b.unseen,
  };
}

function mergeTexts(a: ProfileLevels, b: ProfileLevels): string | null {
  const [first, second] = [registersOf(a), registersOf(b)];
  return first === null || second === null ? null : differentOf(mergeRegisters(first, second)).registers;
}

/** Registers of all levels; null where they are not known. */
export function registersOf({ complete, counts, registers }: ProfileLevels): Uint8Array | null {
  if (complete) return registersOfTexts(counts.map(({ value }) => value));
  return registers === null ? null : readRegisters(registers);
}

/** Rows of a level on one side; null where they are not known. */
function countIn(
  { complete }: ProfileLevels,
  counts: ReadonlyMap<string, number>,
  value: string,
): number | null {
  return counts.get(value) ?? (complete ? 0 : null);
}
