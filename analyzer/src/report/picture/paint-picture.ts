import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { parse, View } from "vega";
import { compile } from "vega-lite";
import { dataNames } from "../../chart/index.js";
import type { Pixels } from "./encode-png.js";
import type { PictureSpec } from "./picture-spec.js";

/** A template as a view, with the names of its data sets: it draws every picture of its form, one after the other. */
interface Drawing {
  view: View;
  sets: string[];
}

const drawings = new Map<string, Drawing>();

function drawingOf({ name, template }: PictureSpec): Drawing {
  const known = drawings.get(name);
  if (known !== undefined) return known;
  const spec = template();
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const drawing = { view, sets: dataNames(spec) };
  drawings.set(name, drawing);
  return drawing;
}

/** By their widths: charts are as wide as each other, and so are cards. */
const canvases = new Map<number, Canvas>();

/** At least as high; with what was drawn last, which the background covers. */
function canvasOf(width: number, height: number): Canvas {
  const known = canvases.get(width);
  if (known !== undefined && known.height >= height) return known;
  const canvas = createCanvas(width, height);
  canvases.set(width, canvas);
  return canvas;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * A picture's pixels. Views and canvases are kept from one to the next, so that one is painted at a time: a new view takes as long as its
 * drawing, and a new canvas is megabytes for the system to clear and for the garbage collector to count.
 */
export function paintPicture(spec: PictureSpec): Promise<Pixels> {
  const painted = turn.then(() => paint(spec));
  // What a view holds after an error is not known.
  turn = painted.catch(() => drawings.delete(spec.name));
  return painted;
}

async function paint(spec: PictureSpec): Promise<Pixels> {
  const { view, sets } = drawingOf(spec);
  const { data, params, frame } = spec.inputs;
  for (const set of sets) view.data(set, data[set] ?? []);
  for (const [signal, value] of Object.entries(params)) view.signal(signal, value);
  view.width(frame.width).height(frame.height).padding(frame.padding);
  const { left, right, top, bottom } = frame.padding;
  const width = deviceLength(frame.width + left + right, spec.scale);
  const height = deviceLength(frame.height + top + bottom, spec.scale);
  const canvas = canvasOf(width, height);
  const context = canvas.getContext("2d");
  context.resetTransform();
  await view.toCanvas(spec.scale, { externalContext: context });
  return { width, height, data: canvas.data() };
}

/** Whole px, rounded down: a row that the background covers in part would not be opaque. */
function deviceLength(length: number, scale: number): number {
  return Math.floor(length * scale + 1e-6);
}
