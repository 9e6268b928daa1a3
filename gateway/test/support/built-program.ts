import { join } from "node:path";
import { isBuilt } from "../../../scripts/build-state.mjs";

if (!(await isBuilt())) throw new Error("what is built is older than its source: run `npm run build` first");

/** The two commands as users run them: as they were built. */
export const FEATURESCOPE = join(import.meta.dirname, "../../../analyzer/bin/featurescope.js");
export const GATEWAY = join(import.meta.dirname, "../../bin/featurescope-gateway.js");
