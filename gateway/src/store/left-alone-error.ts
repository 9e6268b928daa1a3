import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** A store that was not asked, as it had just failed: says nothing of what it would have been asked for. */
export class LeftAloneError extends FeaturescopeError {
  /** @param cause what it failed with */
  constructor(cause: unknown) {
    super("store-unreachable", "the store failed and is left alone for a moment", { cause });
    this.name = "LeftAloneError";
  }
}
