import type { FeatureList, Manifest } from "@featurescope/analyzer/artifact";
import type { LiveTarget } from "../controllers/live-updates.js";
import { type Loaded, loadDocument } from "../controllers/load-document.js";
import { LoadError, errorOfFailure } from "../controllers/load-error.js";
import { decodeBoard } from "./decode-board.js";

/** Loads a features list or manifest, or takes the one in hand; null where there is neither. @throws LoadError */
export async function loadBoard(
  src: string,
  data: FeatureList | Manifest | null,
  signal: AbortSignal,
): Promise<Loaded<FeatureList> | null> {
  const address = addressOf(src);
  if (data === null) return src === "" ? null : loadDocument(address, decodeBoard, signal);
  try {
    return { document: decodeBoard(data), folder: new URL(".", address) };
  } catch (failure) {
    throw errorOfFailure(failure, src);
  }
}

function addressOf(src: string): URL {
  if (URL.canParse(src, document.baseURI)) return new URL(src, document.baseURI);
  throw new LoadError("not-found", `expected an address, found ${src}`, null, src);
}

/**
 * The same once a run was published; the answer may come from a gateway that hears of the run a little later.
 * @returns what was shown, where the answer is older, though what is shown was not withdrawn
 * @throws LoadError
 */
export async function followBoard(
  target: LiveTarget,
  src: string,
  shown: Loaded<FeatureList>,
  signal: AbortSignal,
): Promise<Loaded<FeatureList>> {
  const { loadInstead } = await import("../live/live.js");
  const address = addressOf(src);
  return loadInstead(
    target,
    {
      shown,
      runOf: (loaded) => loaded.document,
      load: () => loadDocument(address, decodeBoard, signal),
      isThere: ({ document: { run } }) =>
        target.run === null || run === target.run || run !== shown.document.run,
    },
    signal,
  );
}
