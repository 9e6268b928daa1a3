import type { ProfileCounts } from "../../artifact/index.js";
import { foldRegisters, readRegisters, writeRegisters } from "../distinct/distinct-registers.js";

/** Bytes of `profile.json` of a numeric feature at most. */
const MOST_BYTES = 20_000;
/** Fewer would err by more than 6.5 %. */
const LEAST_REGISTERS = 256;

/** A profile of numbers with as many registers as leave it small: hundreds of millions of heavy-tailed rows have counts of many digits. */
export function compactProfile<Profile extends ProfileCounts>(profile: Profile): Profile {
  const { numbers } = profile;
  const registers = numbers?.distinct?.registers ?? null;
  if (numbers === null || registers === null) return profile;
  const bytes = Buffer.byteLength(JSON.stringify(profile));
  let size = registers.length;
  while (size > LEAST_REGISTERS && bytes - registers.length + size >= MOST_BYTES) size /= 2;
  if (size === registers.length) return profile;
  const folded = writeRegisters(foldRegisters(readRegisters(registers), size));
  return { ...profile, numbers: { ...numbers, distinct: { values: null, registers: folded } } };
}
