import type { PictureFile } from "../../artifact/index.js";
import { type ChartDocuments, addEveryLanguage } from "../../chart/index.js";
import { sayFinding } from "../../drift/index.js";
import { encodePng } from "./encode-png.js";
import { paintPicture } from "./paint-picture.js";
import { pictureSpec } from "./picture-spec.js";
import { registerFonts } from "./register-fonts.js";

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
  addEveryLanguage();
  const pixels = await paintPicture(pictureSpec(file, documents, language));
  const { feature, finding, unit } = documents.statistics;
  return encodePng(pixels, { Title: feature, Description: sayFinding(finding, language, { unit }) });
}
