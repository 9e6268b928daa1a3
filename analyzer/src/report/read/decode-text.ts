import { FeaturescopeError } from "../../artifact/index.js";
import { parseJson } from "./parse-json.js";

/** A document of a file. @throws FeaturescopeError `document-invalid`, `schema-too-new`, with the file's name */
export function decodeText<Document>(
  decode: (json: unknown) => Document,
  text: string,
  file: string,
): Document {
  const json = parseJson(text, file);
  try {
    return decode(json);
  } catch (cause) {
    if (!(cause instanceof FeaturescopeError)) throw cause;
    throw new FeaturescopeError(cause.code, `${file}: ${cause.message}`, { cause });
  }
}
