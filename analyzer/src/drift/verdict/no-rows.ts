import type { PartVerdict } from "../../artifact/index.js";

/** The verdict on shares where a side has no rows. */
export const NO_ROWS: PartVerdict = { verdict: "unknown", reason: "too-few-rows", value: null, noise: null };
