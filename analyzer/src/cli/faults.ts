import { type ErrorCode, FeaturescopeError } from "../artifact/index.js";

/** Gathers everything that is wrong with what a person wrote, so that it is said at once. */
export class Faults {
  readonly #found: string[] = [];

  add(fault: string): void {
    this.#found.push(fault);
  }

  /** @throws FeaturescopeError with every fault on a line of its own; does nothing where there is none */
  throwIfAny(code: ErrorCode, heading: string): void {
    if (this.#found.length === 0) return;
    const [only] = this.#found;
    throw new FeaturescopeError(
      code,
      this.#found.length === 1
        ? `${heading}: ${only}`
        : `${heading}: ${this.#found.length} faults\n${this.#found.map((fault) => `  - ${fault}`).join("\n")}`,
    );
  }
}
