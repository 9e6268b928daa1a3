import { FeaturescopeError } from "../errors.js";
import { SCHEMA_VERSION } from "../schema-version.js";
import { type Decoder, decodeWhole, refuse } from "./decoder.js";

/**
 * A decoder of a whole document: checks `schemaVersion` first. There is no older version to upgrade from yet.
 * @throws FeaturescopeError `schema-too-new` for a newer version, `document-invalid` for any other fault
 */
export function versioned<T>(decode: Decoder<T>): (document: unknown) => T {
  return (document) => {
    const version: unknown =
      typeof document === "object" && document !== null && "schemaVersion" in document
        ? document.schemaVersion
        : undefined;
    if (typeof version === "number" && Number.isInteger(version) && version > SCHEMA_VERSION) {
      throw new FeaturescopeError(
        "schema-too-new",
        `schemaVersion: expected at most ${SCHEMA_VERSION}, found ${version}; update Featurescope to read this report`,
      );
    }
    if (version !== SCHEMA_VERSION) refuse("schemaVersion", String(SCHEMA_VERSION), version);
    return decodeWhole(decode, document);
  };
}
