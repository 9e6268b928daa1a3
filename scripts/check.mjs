// What a machine sees that a person forgets: format, lint, types, the generated schemas, the lock file.
import { run } from "./run.mjs";

const steps = [
  ["format", "oxfmt", "--check"],
  ["lint", "oxlint", "--type-aware", "--deny-warnings"],
  ["types", "tsc", "--build"],
  ["schema", "node", "scripts/make-schema.mjs", "--check"],
  [
    "gateway's description",
    "node",
    "--conditions=@featurescope/source",
    "--import",
    "tsx",
    "gateway/scripts/make-openapi.ts",
    "--check",
  ],
  ["lock file", "node", "scripts/check-lock.mjs"],
];

let failed = 0;
for (const [name, program, ...args] of steps) {
  const code = await run(program, args);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name}`);
  if (code !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
