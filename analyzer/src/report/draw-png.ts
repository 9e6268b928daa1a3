import { createCanvas } from "@napi-rs/canvas";
import { parse, View, type Runtime } from "vega";
import { compile } from "vega-lite";
import {
  chartInputs,
  chartTemplateFor,
  darkColors,
  lightColors,
  template,
  type ChartDocuments,
  type ChartTemplateName,
} from "../chart/index.js";
import { registerFonts } from "./fonts.js";

/** Width of a picture in CSS px. */
const WIDTH = 740;
/** Device px for each CSS px. */
const SCALE = 2;

/** A parsed template serves every picture of its form. */
const runtimes = new Map<ChartTemplateName, Runtime>();

function runtimeOf(name: ChartTemplateName): Runtime {
  const known = runtimes.get(name);
  if (known !== undefined) return known;
  const runtime = parse(compile(template(name)).spec);
  runtimes.set(name, runtime);
  return runtime;
}

/**
 * `chart.png`: a feature's chart, 740 CSS px wide at 2×, opaque, with the shipped fonts.
 * @param options light by default; words in English by default
 * @returns the bytes of the file
 */
export async function drawPng(
  documents: ChartDocuments,
  { dark = false, language = "en" }: { dark?: boolean; language?: string } = {},
): Promise<Uint8Array> {
  registerFonts();
  const { data, params, frame } = chartInputs(documents, {
    width: WIDTH,
    colors: dark ? darkColors : lightColors,
    language,
    mode: "share",
    domain: null,
    cursor: null,
    allLevels: false,
  });
  const view = new View(runtimeOf(chartTemplateFor(documents)), { renderer: "none" });
  for (const [name, rows] of Object.entries(data)) view.data(name, rows);
  for (const [name, value] of Object.entries(params)) view.signal(name, value);
  view.width(frame.width).height(frame.height).padding(frame.padding);
  const canvas = createCanvas(WIDTH * SCALE, Math.round(frame.height * SCALE));
  await view.toCanvas(SCALE, { externalContext: canvas.getContext("2d") });
  view.finalize();
  return canvas.encode("png");
}
