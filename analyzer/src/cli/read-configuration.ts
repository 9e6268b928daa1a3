import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { FeaturescopeError, messageOf } from "../artifact/index.js";
import type { Configuration } from "../report/run/configuration.js";
import { decodeConfiguration } from "./decode-configuration.js";

/**
 * The configuration that `--config` names: a file of YAML or JSON (which is YAML as well), or what a Kubeflow parameter holds.
 * @param given a path, keys with values, or nothing; true where the option lacks its value, which is told elsewhere
 * @throws FeaturescopeError `invalid-configuration` with all faults at once
 */
export async function readConfiguration(given: unknown): Promise<Configuration> {
  if (typeof given !== "string")
    return decodeConfiguration(given === true ? null : given, "the configuration");
  let value: unknown;
  try {
    value = parse(await readFile(given, "utf8"));
  } catch (cause) {
    const reason = messageOf(cause).split("\n")[0]?.replace(/:$/, "");
    const message = `expected YAML or JSON in ${given}, found: ${reason}; name a file that can be read, and mend what it says`;
    throw new FeaturescopeError("invalid-configuration", message, { cause });
  }
  return decodeConfiguration(value, given);
}
