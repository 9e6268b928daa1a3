import { errorOfAnswer, errorOfFailure } from "../controllers/load-error.js";
import { request } from "../fetch.js";
import { ChartError } from "./chart-error.js";

/** Characters of a stored chart that are read, at most. */
export const MOST_CHARACTERS = 4_000_000;

/**
 * Fetches a stored chart, and stops where it is too large.
 * @throws LoadError, ChartError, or the signal's reason once it is aborted
 */
export async function loadSpec(address: URL, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await request(address.href, { signal, headers: { accept: "application/json" } });
    if (!response.ok) throw await errorOfAnswer(response, address.href);
    return JSON.parse(await textOf(response)) as unknown;
  } catch (failure) {
    signal.throwIfAborted();
    if (failure instanceof ChartError) throw failure;
    if (failure instanceof SyntaxError) {
      throw new ChartError("chart-invalid", `Expected JSON, found something else: ${failure.message}`, {
        cause: failure,
      });
    }
    throw errorOfFailure(failure, address.href);
  }
}

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  // Read by hand: Safari cannot iterate over a stream.
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length <= MOST_CHARACTERS) continue;
    await reader.cancel();
    throw new ChartError("chart-too-large", `Expected at most ${MOST_CHARACTERS} characters, found more.`);
  }
  return text;
}
