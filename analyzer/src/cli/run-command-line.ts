import { Command, CommanderError } from "commander";
import { ERRORS, FeaturescopeError } from "../artifact/index.js";
import { ANALYZER_VERSION } from "../report/analyzer-version.js";
import { spareMemory } from "../report/write/spare-memory.js";
import { analyzeCommand } from "./commands/analyze-command.js";
import { mergeCommand } from "./commands/merge-command.js";
import { overviewCommand } from "./commands/overview-command.js";
import { publishCommand } from "./commands/publish-command.js";
import { referenceCommand } from "./commands/reference-command.js";
import { sayError } from "./say-error.js";

function program(): Command {
  const root = new Command("featurescope")
    .description("Feature observability: rows in, a small reproducible report per feature out.")
    .version(ANALYZER_VERSION)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "featurescope: ")) });
  const commands = [
    analyzeCommand(),
    referenceCommand(),
    mergeCommand(),
    overviewCommand(),
    publishCommand(),
  ];
  for (const command of commands) {
    root.addCommand(command.exitOverride());
  }
  return root;
}

/**
 * Runs `featurescope` with its arguments and gives its exit code (see {@link ERRORS}).
 * Results go to standard output, everything else to standard error.
 * @param args without the names of Node and the script
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  spareMemory();
  try {
    await program().parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : ERRORS["invalid-usage"].exit;
    process.stderr.write(sayError(error, { json: args.includes("--json"), debug: args.includes("--debug") }));
    return ERRORS[error instanceof FeaturescopeError ? error.code : "unexpected"].exit;
  }
}
