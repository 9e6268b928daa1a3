import type { PictureFile } from "@featurescope/analyzer/artifact";
import { request } from "../fetch.js";
import { fileIn } from "./addresses.js";
import { errorOfAnswer } from "./load-error.js";

/** A picture of a feature in a run. */
export interface Poster {
  folder: URL;
  file: PictureFile;
}

/**
 * Fetches a report's picture and draws it on a canvas of its own resolution: the picture then comes through the
 * replaceable fetch, and shows under `img-src 'none'` too.
 * @throws LoadError, or whatever the fetch or the decoder throws
 */
export async function loadPoster({ folder, file }: Poster, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const address = fileIn(folder, file).href;
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
