import type { GivenOptions } from "./command.js";
import { type Progress, progressOn } from "./progress.js";

/** Where a command's words go: results to standard output, everything else to standard error. */
export interface Output {
  /** Says a result: as text to a person, or as one line of JSON with `--json`. Nothing as text with `--quiet`. */
  result: (text: string, json: unknown) => void;
  /** Says once what went wrong without ending the command; also when quiet. */
  warning: (text: string) => void;
  progress: Progress;
}

/** The output that `--quiet` and `--json` ask for. */
export function outputOf(given: GivenOptions): Output {
  const json = given["json"] === true;
  const quiet = given["quiet"] === true;
  const warned = new Set<string>();
  return {
    result: (text, value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
      else if (!quiet) process.stdout.write(text);
    },
    warning: (text) => {
      if (!warned.has(text)) process.stderr.write(`featurescope: ${text}\n`);
      warned.add(text);
    },
    progress: progressOn(process.stderr, quiet || json),
  };
}
