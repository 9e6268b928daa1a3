// Makes the stories' fixtures with the real commands (once, while nothing changes) and builds the pages into `site`.
import { join } from "node:path";
import { root, runAll } from "../../scripts/run.mjs";

await runAll(
  ["node", join(root, "stories/dist/demo/make-fixtures.js")],
  ["vite", "build", "--config", "stories/vite.config.ts", "--logLevel", "warn"],
);
