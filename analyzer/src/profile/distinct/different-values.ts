import type { ProfileDistinct } from "../../artifact/index.js";
import { Kernel } from "../kernel.js";
import { foldRegisters, mergeRegisters, readRegisters, writeRegisters } from "./distinct-registers.js";
import { DistinctSketch } from "./distinct-sketch.js";
import { DistinctTexts } from "./distinct-texts.js";

/** Values that are kept themselves at most. */
const MOST_VALUES = 100;
/** Registers of a profile: the standard error is 2.3 % of the number. */
const PROFILE_REGISTERS = 2048;

/** Different values, in the form in which they merge. @param values all of them, ascending */
export function differentValues(values: Float64Array): ProfileDistinct {
  if (values.length <= MOST_VALUES) return { values: [...values], registers: null };
  return differentOf(registersOfValues(values));
}

/** Of registers alone. */
export function differentOf(registers: Uint8Array): ProfileDistinct {
  const size = Math.min(registers.length, PROFILE_REGISTERS);
  return { values: null, registers: writeRegisters(foldRegisters(registers, size)) };
}

/** Registers of texts. */
export function registersOfTexts(texts: Iterable<string>): Uint8Array {
  const different = new DistinctTexts();
  for (const text of texts) different.add(text);
  return different.registers;
}

/** Different values of both; null where those of one are not known. */
export function mergeDifferent(a: ProfileDistinct | null, b: ProfileDistinct | null): ProfileDistinct | null {
  if (a === null || b === null) return null;
  if (a.values !== null && b.values !== null) {
    const values = Float64Array.from(new Set([...a.values, ...b.values])).sort();
    return differentValues(values);
  }
  const [first, second] = [registersOf(a), registersOf(b)];
  if (first === null || second === null) return null;
  return differentOf(mergeRegisters(first, second));
}

function registersOf({ values, registers }: ProfileDistinct): Uint8Array | null {
  if (values !== null) return registersOfValues(Float64Array.from(values));
  return registers === null ? null : readRegisters(registers);
}

function registersOfValues(values: Float64Array): Uint8Array {
  const sketch = new DistinctSketch(Kernel.shared);
  sketch.add(values, null);
  return sketch.registers.slice();
}
