import { BUCKET_NAME, type BucketStore, type FaultList, readBucketStore } from "../bucket/bucket-store.js";
import type { Environment } from "../credentials/index.js";

/** Where in an S3 store reports are published, and who does it. */
export interface BucketLocation extends BucketStore {
  bucket: string;
  /** Folder in the bucket, without slashes at its ends; `""` for the whole bucket. */
  prefix: string;
}

const ADDRESS = new RegExp(`^s3://(${BUCKET_NAME})(?:/([^\\\\?#]*))?$`);

/** Whether a text names a bucket rather than a folder. */
export function isBucketAddress(text: string): boolean {
  return /^s3:\/\//i.test(text);
}

/**
 * The location that an address names, with the store and the keys that the environment names, see {@link readBucketStore}.
 * @param address `s3://bucket/prefix`
 * @returns null where there are faults
 */
export function readBucketLocation(
  address: string,
  environment: Environment,
  faults: FaultList,
): BucketLocation | null {
  const [, bucket = "", prefix = ""] = ADDRESS.exec(address) ?? [];
  const parts = prefix.split("/").filter((part) => part !== "");
  const isGood = bucket !== "" && !parts.some((part) => part === "." || part === "..");
  if (!isGood) faults.add(`--to: expected s3://bucket/prefix, found ${address}`);
  const store = readBucketStore(environment, faults);
  return isGood && store !== null ? { ...store, bucket, prefix: parts.join("/") } : null;
}
