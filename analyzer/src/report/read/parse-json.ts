import { FeaturescopeError } from "../../artifact/index.js";

/** JSON of a file. @throws FeaturescopeError `document-invalid` with the file's name */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // It quotes the text, which may be of several lines.
    const found = String(cause).replaceAll(/\s+/g, " ");
    throw new FeaturescopeError(
      "document-invalid",
      `expected JSON in ${file}, found: ${found}; copy it here again, or write it anew`,
      { cause },
    );
  }
}
