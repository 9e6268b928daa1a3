import { removeAllPartials } from "../report/write/partial-paths.js";
import { runCommandLine } from "./run-command-line.js";

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

// Whatever stops the program, nothing half-written stays behind.
for (const [signal, code] of Object.entries(SIGNALS)) {
  process.on(signal, () => {
    try {
      removeAllPartials();
    } finally {
      process.exit(code);
    }
  });
}
// The reader of a pipe such as `featurescope … | head` may leave early.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2));
