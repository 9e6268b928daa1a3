import { readFileSync } from "node:fs";

/** Version of this analyzer, as written into manifests and reference files. The path holds for `src` and `dist` alike. */
export const ANALYZER_VERSION: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
