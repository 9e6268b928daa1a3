import { type ErrorCode, FeaturescopeError } from "../artifact/index.js";

/** Gathers everything that is wrong with what a person wrote, so that it is said at once. */
export class Faults {
  readonly #found: string[] = [];

  add(fault: string): void {
    this.#found.push(fault);
  }

  /** @throws FeaturescopeError with every fault on a line of its own; does nothing where there is none */
  throwIfAny(code: ErrorCode = "invalid-usage", heading = "the command line is not valid"): void {
    if (this.#found.length === 0) return;
    const [only] = this.#found;
    throw new FeaturescopeError(
      code,
      this.#found.length === 1
        ? `${heading}: ${only}`
        : `${heading}: ${this.#found.length} faults\n${this.#found.map((fault) => `  - ${fault}`).join("\n")}`,
    );
  }

  /**
   * What `work` gives, which has faults of its own: beside those of the command line they are one of them, so that all are said at once.
   * @throws FeaturescopeError with every fault, or that of `work` where it is the only one
   */
  async throwIfAnyOr<Result>(work: Promise<Result>): Promise<Result> {
    const [done] = await Promise.allSettled([work]);
    const error: unknown = done.status === "rejected" ? done.reason : null;
    if (this.#found.length > 0 && error instanceof FeaturescopeError) {
      this.add(error.message.replaceAll("\n", "\n  "));
    }
    this.throwIfAny();
    if (done.status === "rejected") throw error;
    return done.value;
  }
}
