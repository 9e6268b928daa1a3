import { request } from "../fetch.js";
import { folderOfAnswer } from "./addresses.js";
import { errorOfAnswer, errorOfFailure } from "./load-error.js";

/** A document and where it was. */
export interface Loaded<T> {
  document: T;
  /** Folder of the run that the document is of; its other files are to be taken from here. */
  folder: URL;
}

/** Turns an answer's JSON into a document; throws a `FeaturescopeError`. Its code may still be on its way. */
export type Decode<T> = (document: unknown) => T | Promise<T>;

/**
 * Fetches and decodes a document.
 * @throws LoadError, or the signal's reason once it is aborted
 */
export async function loadDocument<T>(
  address: URL,
  decode: Decode<T>,
  signal: AbortSignal,
): Promise<Loaded<T>> {
  try {
    const response = await request(address.href, { signal, headers: { accept: "application/json" } });
    if (!response.ok) throw await errorOfAnswer(response, address.href);
    const json: unknown = await response.json();
    return { document: await decode(json), folder: folderOfAnswer(address, response) };
  } catch (failure) {
    signal.throwIfAborted();
    throw errorOfFailure(failure, address.href);
  }
}
