// Serves the stories over the sources, with live reload; the fixtures are made first, once.
import { join } from "node:path";
import { root, runAll } from "../../scripts/run.mjs";

await runAll(
  ["node", join(root, "scripts/build.mjs")],
  ["node", join(root, "stories/dist/demo/make-fixtures.js")],
  ["vite", "--config", "stories/vite.config.ts"],
);
