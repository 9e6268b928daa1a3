import { FeaturescopeError } from "@featurescope/analyzer/artifact";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Strict JSON of a file: UTF-8, no byte order mark, no NaN.
 * @throws FeaturescopeError `document-invalid`
 */
export function parseJson(bytes: Uint8Array, path: string): unknown {
  return read(() => decoder.decode(bytes), path);
}

/** The items of a list, from what stands between its brackets. @throws FeaturescopeError as {@link parseJson} does */
export function parseItems(bytes: Uint8Array, path: string): unknown {
  return read(() => `[${decoder.decode(bytes)}]`, path);
}

function read(text: () => string, path: string): unknown {
  try {
    return JSON.parse(text());
  } catch (cause) {
    throw new FeaturescopeError("document-invalid", `${path} is not strict JSON: ${String(cause)}`, {
      cause,
    });
  }
}
