import { fileURLToPath } from "node:url";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { StoreConfig } from "../config/config.js";
import { isSafeName } from "../store/check-path.js";

/** Where a report lies: in the store, or elsewhere, told for a person. */
export type Place = { path: string } | { elsewhere: string };

/** As Kubeflow takes an address apart; what follows `?` says how to reach the bucket. */
const OBJECT = /^(?:minio|s3):\/\/\/?([^/?]+)(\/[^?]*)?(?:\?.*)?$/s;

/** What addresses of one place begin with. */
const START = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?]*|\/)/;

const refused = (uri: string): FeaturescopeError =>
  new FeaturescopeError(
    "document-invalid",
    `expected the address of a folder such as minio://mlpipeline/v2/artifacts/…/report, found ${JSON.stringify(uri.slice(0, 200))}`,
  );

function folderPath(uri: string): string {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : uri;
  } catch {
    throw refused(uri);
  }
}

/** Path of an object or a folder below a root, both without a slash at their ends; null for one that is not below it. */
function below(root: string, path: string): string | null {
  if (path === root) return "";
  if (root === "") return path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}

/**
 * Where an artifact's address leads. Nothing of it but a path below the store's own root is ever used: no host, no bucket, no query.
 * @throws FeaturescopeError `document-invalid` for one that no store can have
 */
export function placeOfUri(uri: string, store: StoreConfig): Place {
  const [start] = START.exec(uri) ?? [];
  if (start === undefined) throw refused(uri);
  const isFolder = start === "/" || start.startsWith("file:");
  const [, bucket, key = ""] = OBJECT.exec(uri) ?? [];
  if (store.type === "s3" ? bucket !== store.bucket : !isFolder) return { elsewhere: start };
  const path =
    store.type === "s3"
      ? below(store.prefix, key.replace(/^\/|\/+$/g, ""))
      : below(store.folder, folderPath(uri).replace(/\/+$/, ""));
  if (path === null) return { elsewhere: "outside of what STORE names" };
  if (path !== "" && !path.split("/").every(isSafeName)) throw refused(uri);
  return { path };
}
