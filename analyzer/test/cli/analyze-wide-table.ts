// Runs `featurescope` with the arguments given; prints its exit code and the greatest memory that the process took, in megabytes.
import { runCommandLine } from "../../src/cli/run-command-line.js";

const code = await runCommandLine(process.argv.slice(2));
console.log(JSON.stringify({ code, megabytes: process.resourceUsage().maxRSS / 1000 }));
