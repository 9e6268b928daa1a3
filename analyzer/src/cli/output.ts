import type { GivenOptions } from "./command.js";
import { type Progress, progressOn } from "./progress.js";

/** Of one report, that are said. */
const MOST_WARNINGS = 30;

/** Where a command's words go: results to standard output, everything else to standard error. */
export interface Output {
  /** Says a result: as text to a person, or as one line of JSON with `--json`. Nothing as text with `--quiet`. */
  result: (text: string, json: unknown) => void;
  /** Says once what went wrong without ending the command; also when quiet. */
  warning: (text: string) => void;
  /** The same of many, of which the first are said: a wide table may have thousands of broken features. */
  warnings: (texts: readonly string[]) => void;
  progress: Progress;
}

/** The output that `--quiet` and `--json` ask for. */
export function outputOf(given: GivenOptions): Output {
  const json = given["json"] === true;
  const quiet = given["quiet"] === true;
  const warned = new Set<string>();
  const warning = (text: string): void => {
    if (!warned.has(text)) process.stderr.write(`featurescope: ${text}\n`);
    warned.add(text);
  };
  return {
    result: (text, value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
      else if (!quiet) process.stdout.write(text);
    },
    warning,
    warnings: (texts) => {
      texts.slice(0, MOST_WARNINGS).forEach(warning);
      const more = texts.length - MOST_WARNINGS;
      if (more > 0)
        warning(`and ${more} more warnings, all of which --json has; summary.md names the features`);
    },
    progress: progressOn(process.stderr, quiet || json),
  };
}
