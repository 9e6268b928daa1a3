import { FeaturescopeError } from "../../../artifact/index.js";
import type { BucketStore } from "../../../bucket/bucket-store.js";
import { storeFault } from "../../../credentials/index.js";
import { cannotRead } from "../../cannot-read.js";
import type { ObjectsAddress } from "./s3-address.js";

/** The error of objects that cannot be read: code `input-unreadable`, with what was expected, found and what to do. */
export function s3Error(
  { address, bucket }: ObjectsAddress,
  store: BucketStore,
  cause: unknown,
): FeaturescopeError {
  if (cause instanceof FeaturescopeError) return cause;
  const use = {
    bucket,
    right: `get and list ${address}`,
    correctBucket: "correct the address, or set S3_ENDPOINT_URL to the bucket's store",
  };
  const { fault, advice } = storeFault(store, use, cause);
  return cannotRead(address, `${fault}. ${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`, cause);
}
