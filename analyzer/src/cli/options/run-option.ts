import type { Option } from "commander";
import { RUN_ID } from "../../artifact/index.js";
import { type GivenOptions, valueOption } from "../command.js";
import type { Faults } from "../faults.js";
import { textOf } from "./option-values.js";

/** The option of every command that writes a run. */
export function runOption(): Option {
  return valueOption("--run <id>", "run id; by default the window's end and 8 random hex digits");
}

/** Reads {@link runOption}; null where it was not given. */
export function readRunId(given: GivenOptions, faults: Faults): string | null {
  const run = textOf(given["run"]);
  if (run !== null && !RUN_ID.test(run)) {
    faults.add(
      `--run: expected up to 100 of a–z, 0–9, dot, dash and underscore, the first a letter or digit, found ${run}`,
    );
  }
  return run;
}
