import { Command, Option } from "commander";
import { suggest } from "../artifact/index.js";
import type { Faults } from "./faults.js";

/** What was given on a command line: options by camel-cased name. */
export type GivenOptions = Record<string, unknown>;

/**
 * An option with a value. Commander is told that the value may be left out, so that {@link checkUsage} can report a
 * missing one together with all other faults instead of ending at the first.
 * @param flags e.g. `--out <dir>`
 */
export function valueOption(flags: string, description: string): Option {
  return new Option(flags.replace("<", "[").replace(">", "]"), description);
}

/** Stands for the value of an option that was given more than once. */
const REPEATED = Symbol("repeated");

/** An option whose values could be taken to add up: given twice it is a fault, as the last alone would drop the others without a word. */
export function onceOption(flags: string, description: string): Option {
  return valueOption(flags, description).argParser<string | typeof REPEATED | undefined>((value, before) =>
    before === undefined ? value : REPEATED,
  );
}

function shownFlags({ flags }: Option): string {
  return flags.replace("[", "<").replace("]", ">");
}

/** How a command is shown in help. */
interface CommandText {
  name: string;
  summary: string;
  /** Whole command lines, to be copied. */
  example: string;
}

/** A command with its options and those of every command; faults of usage are left to {@link checkUsage}. */
export function featurescopeCommand({ name, summary, example }: CommandText, options: Option[]): Command {
  const command = new Command(name)
    .description(summary)
    .allowUnknownOption()
    .allowExcessArguments()
    .configureHelp({ optionTerm: shownFlags });
  for (const option of options) command.addOption(option);
  return command
    .option("--quiet", "print only warnings and errors")
    .option("--json", "print the result as one line of JSON")
    .option("--debug", "print where an error came from")
    .addHelpText("after", `\nExample:\n${example.replace(/^/gm, "  ")}`);
}

/**
 * Notes unknown options, options without their value or with several, and required ones that are absent.
 * @param given the command's own options, completed from elsewhere
 * @param required attribute names
 * @returns what was given beside options
 */
export function checkUsage(
  command: Command,
  given: GivenOptions,
  required: readonly string[],
  faults: Faults,
): string[] {
  const known = command.options.flatMap(({ long }) => long ?? []);
  const [unknown, operands] = [true, false].map((isOption) =>
    command.args.filter((argument) => argument.startsWith("-") === isOption),
  ) as [string[], string[]];
  for (const argument of unknown) {
    const flag = argument.replace(/=.*$/s, "");
    faults.add(`unknown option ${flag}${suggest(flag, known)}`);
  }
  for (const option of command.options) {
    const value = given[option.attributeName()];
    if (value === REPEATED) {
      faults.add(`${option.long} is given more than once`);
    } else if (option.optional && (value === true || value === "")) {
      faults.add(`${option.long} needs a value: ${shownFlags(option)}`);
    } else if (value === undefined && required.includes(option.attributeName())) {
      faults.add(`${option.long} is required: ${option.description}`);
    }
  }
  return operands;
}
