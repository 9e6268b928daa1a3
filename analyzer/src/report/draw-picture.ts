import { createCanvas } from "@napi-rs/canvas";
import { parse, View, type Runtime } from "vega";
import { compile } from "vega-lite";
import type { PictureFile } from "../artifact/index.js";
import type { ChartDocuments, LayeredSpec } from "../chart/index.js";
import { sayFinding } from "../drift/index.js";
import { encodePng } from "./encode-png.js";
import { registerFonts } from "./fonts.js";
import { pictureSpec } from "./picture-spec.js";

/** A parsed template serves every picture of its form. */
const runtimes = new Map<string, Runtime>();

function runtimeOf(name: string, template: () => LayeredSpec): Runtime {
  const known = runtimes.get(name);
  if (known !== undefined) return known;
  const runtime = parse(compile(template()).spec);
  runtimes.set(name, runtime);
  return runtime;
}

/**
 * A picture of a feature, opaque, with the shipped fonts. The finding is also in the file, as its description: programs that show
 * the picture can tell what is on it.
 * @param language of its words; English by default
 * @returns the bytes of a PNG
 */
export async function drawPicture(
  file: PictureFile,
  documents: ChartDocuments,
  language = "en",
): Promise<Uint8Array> {
  registerFonts();
  const { name, template, inputs, scale } = pictureSpec(file, documents, language);
  const view = new View(runtimeOf(name, template), { renderer: "none" });
  for (const [set, rows] of Object.entries(inputs.data)) view.data(set, rows);
  for (const [signal, value] of Object.entries(inputs.params)) view.signal(signal, value);
  const { width, height, padding } = inputs.frame;
  view.width(width).height(height).padding(padding);
  const canvas = createCanvas(
    deviceLength(width + padding.left + padding.right, scale),
    deviceLength(height + padding.top + padding.bottom, scale),
  );
  await view.toCanvas(scale, { externalContext: canvas.getContext("2d") });
  view.finalize();
  const { feature, finding, unit } = documents.statistics;
  const pixels = { width: canvas.width, height: canvas.height, data: canvas.data() };
  return encodePng(pixels, { Title: feature, Description: sayFinding(finding, language, { unit }) });
}

/** Whole px, rounded down: a row that the background covers in part would not be opaque. */
function deviceLength(length: number, scale: number): number {
  return Math.floor(length * scale + 1e-6);
}
