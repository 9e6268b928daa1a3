import { readFileSync } from "node:fs";
import { FeaturescopeError } from "../artifact/index.js";
import type { Environment } from "./environment.js";

/**
 * A secret of the environment: the variable of that name, or the content of the file that `<name>_FILE` names; null where neither is set.
 * @throws FeaturescopeError `invalid-configuration` for a file that cannot be read
 */
export function readSecret(environment: Environment, name: string): string | null {
  const given = environment[name] ?? "";
  const path = environment[`${name}_FILE`]?.trim() || null;
  if (given.trim() !== "" || path === null) return given.trim() === "" ? null : given;
  try {
    // An editor ends the last line.
    return readFileSync(path, "utf8").replace(/\r?\n$/, "") || null;
  } catch (cause) {
    const found = `${name}_FILE: expected a file that can be read, found none at ${path}. Correct the path.`;
    throw new FeaturescopeError("invalid-configuration", found, { cause });
  }
}
