import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";

const require = createRequire(import.meta.url);

const INTER = ["latin", "latin-ext", "greek"].flatMap((subset) =>
  [400, 500, 600].map((weight) => `@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`),
);
const NOTO_SANS_SC = [400, 500, 600].map(
  (weight) => `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
);

let registered = false;

/** Registers the shipped fonts, once: a picture looks the same on a machine that has none. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  for (const file of INTER) GlobalFonts.registerFromPath(require.resolve(file), "Inter");
  for (const file of NOTO_SANS_SC) GlobalFonts.registerFromPath(require.resolve(file), "Noto Sans SC");
}
