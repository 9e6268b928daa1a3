import type { Verdict } from "../../artifact/index.js";

/** SVG paths around the origin, within −1 to 1: ● stable, ◆ watch, ▲ shifted, ○ unknown, ✕ broken. The last two are strokes only. */
export const GLYPH_OUTLINES: Readonly<Record<Verdict | "broken", string>> = {
  stable: "M-.8 0a.8 .8 0 1 1 1.6 0a.8 .8 0 1 1-1.6 0z",
  watch: "M0-1L1 0L0 1L-1 0z",
  shifted: "M0-.92L1.04 .86H-1.04z",
  unknown: "M-.76 0a.76 .76 0 1 1 1.52 0a.76 .76 0 1 1-1.52 0z",
  broken: "M-.72-.72L.72 .72M.72-.72L-.72 .72",
};
