// Builds what runs: portable modules → chart templates → all of TypeScript → the command's and the elements' bundles, manifest and types. Does
// nothing where nothing changed.
import { fingerprint, isBuilt, rememberBuild } from "./build-state.mjs";
import { runAll } from "./run.mjs";

if (!(await isBuilt())) {
  const sources = await fingerprint();
  await runAll(
    ["tsc", "--build", "analyzer/tsconfig.portable.json"],
    ["node", "--conditions=@featurescope/source", "--import", "tsx", "elements/scripts/compile-charts.ts"],
    ["tsc", "--build", "analyzer", "gateway", "elements", "stories/demo"],
    [
      "asc",
      "analyzer/kernel/index.ts",
      "--config",
      "analyzer/kernel/asconfig.json",
      "--outFile",
      "analyzer/dist/kernel.wasm",
    ],
    ["vite", "build", "--config", "analyzer/vite.config.mjs", "--logLevel", "warn"],
    ["vite", "build", "--config", "elements/vite.config.ts", "--logLevel", "warn"],
    ["vite", "build", "--config", "elements/vite.overview.config.ts", "--logLevel", "warn"],
    ["node", "--import", "tsx", "elements/scripts/make-overview.ts"],
    ["node", "--conditions=@featurescope/source", "--import", "tsx", "elements/scripts/make-manifest.ts"],
    ["node", "--import", "tsx", "elements/scripts/copy-types.ts"],
  );
  await rememberBuild(sources);
}
