import { request } from "../fetch.js";
import { fileIn } from "./addresses.js";
import { errorOfAnswer } from "./load-error.js";

/**
 * Fetches the report's `chart.png` and decodes it, so that it can be drawn on a canvas: it then comes through the
 * replaceable fetch and shows under `img-src 'none'` too.
 * @throws LoadError, or whatever the fetch or the decoder throws
 */
export async function loadPoster(folder: URL, signal: AbortSignal): Promise<ImageBitmap> {
  const address = fileIn(folder, "chart.png").href;
  const response = await request(address, { signal, headers: { accept: "image/png" } });
  if (!response.ok) throw await errorOfAnswer(response, address);
  return createImageBitmap(await response.blob());
}

/** Draws a picture over the whole of a canvas, at the picture's own resolution. */
export function drawPoster(canvas: HTMLCanvasElement, poster: ImageBitmap): void {
  canvas.width = poster.width;
  canvas.height = poster.height;
  canvas.getContext("2d")?.drawImage(poster, 0, 0);
}
