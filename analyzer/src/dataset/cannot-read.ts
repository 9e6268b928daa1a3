import { FeaturescopeError } from "../artifact/index.js";

/**
 * The error of rows that cannot be read, code `input-unreadable`.
 * @param source as people are shown it
 * @param text sentences: `expected …, found …. Do this.`
 */
export function cannotRead(source: string, text: string, cause?: unknown): FeaturescopeError {
  return new FeaturescopeError("input-unreadable", `Cannot read ${source}: ${text}`, { cause });
}
