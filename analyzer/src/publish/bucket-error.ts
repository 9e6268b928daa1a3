import { FeaturescopeError } from "../artifact/index.js";
import { storeFault } from "../credentials/index.js";
import type { BucketLocation } from "./bucket-location.js";

/** The error of a bucket that cannot be written: code `store-unreachable`, with what to do about it. */
export function bucketError(location: BucketLocation, cause: unknown): FeaturescopeError {
  if (cause instanceof FeaturescopeError) return cause;
  const { bucket, prefix } = location;
  const where = `s3://${bucket}${prefix === "" ? "" : `/${prefix}`}`;
  const right = `get, put and list below ${where}`;
  const use = { bucket, right, correctBucket: "create it, or correct --to" };
  const { fault, advice } = storeFault(location, use, cause);
  return new FeaturescopeError("store-unreachable", `${fault}; ${advice}`, { cause });
}
