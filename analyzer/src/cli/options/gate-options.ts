import { Option } from "commander";
import type { Gates } from "../check-outcome.js";
import { type GivenOptions, valueOption } from "../command.js";
import type { Faults } from "../faults.js";
import { oneOf } from "./option-values.js";

const VERDICTS = ["watch", "shifted"] as const;

/** Options that make a command fail although its report is written. */
export function gateOptions(): Option[] {
  return [
    new Option(
      "--strict",
      "exit with code 3 if a feature is broken (not found, of another type than the reference's, or failed), or if there are no rows on either side",
    ),
    valueOption(
      "--fail-on <verdict>",
      `${VERDICTS.join(" or ")}: exit with code 6 if a feature reaches it or is broken, or if there are no rows on either side`,
    ),
  ];
}

/** Reads the options of {@link gateOptions}. */
export function readGates(given: GivenOptions, faults: Faults): Gates {
  return {
    strict: given["strict"] === true,
    failOn: oneOf(given["failOn"], "--fail-on", VERDICTS, faults),
  };
}
