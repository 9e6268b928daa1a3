import { request } from "../fetch.js";
import { fileIn } from "./addresses.js";
import { errorOfAnswer } from "./load-error.js";

/**
 * Fetches a report's `chart.png` and draws it on a canvas of its own resolution: the picture then comes through the
 * replaceable fetch, and shows under `img-src 'none'` too.
 * @throws LoadError, or whatever the fetch or the decoder throws
 */
export async function loadPoster(folder: URL, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const address = fileIn(folder, "chart.png").href;
  const response = await request(address, { signal, headers: { accept: "image/png" } });
  if (!response.ok) throw await errorOfAnswer(response, address);
  const picture = await createImageBitmap(await response.blob());
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  picture.close();
  return canvas;
}
