import { isAddress, shownSource } from "../dataset/download/address.js";
import type { GivenOptions } from "./command.js";
import type { Faults } from "./faults.js";
import { textOf } from "./options/option-values.js";

/** The path that `--out` names, empty where it is absent; noting a fault where it is an address. */
export function readOut(given: GivenOptions, faults: Faults): string {
  const out = textOf(given["out"]) ?? "";
  if (isAddress(out)) {
    faults.add(
      `--out: expected a path on this machine, found ${shownSource(out)}; featurescope publish puts reports into a store`,
    );
  }
  return out;
}
