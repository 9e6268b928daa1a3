import { BUCKET_NAME } from "../../../bucket/bucket-store.js";
import { cannotRead } from "../../cannot-read.js";
import { shownSource } from "../address.js";

/** Objects that an address names. */
export interface ObjectsAddress {
  /** As it was given. */
  address: string;
  bucket: string;
  /** One object's, a pattern of keys, or a folder's where it is empty or ends in a slash. */
  key: string;
  /** `s3://bucket/`, or as it was given. */
  root: string;
}

const ADDRESS = new RegExp(`^([A-Za-z0-9]+://(${BUCKET_NAME})/?)(.*)$`, "s");

/** Whether a source lies in an object store; Kubeflow calls that `minio://` too. */
export function isObjectsAddress(source: string): boolean {
  return /^(s3|minio):\/\//i.test(source);
}

/** Whether a key is a pattern of keys. */
export function isPattern(key: string): boolean {
  return /[[*?]/.test(key);
}

/** Whether an address names one object rather than a folder or a pattern. */
export function isSingle({ key }: ObjectsAddress): boolean {
  return key !== "" && !key.endsWith("/") && !isPattern(key);
}

/** @throws FeaturescopeError `input-unreadable` where it names no bucket */
export function readObjectsAddress(address: string): ObjectsAddress {
  const [, root = "", bucket = "", key = ""] = ADDRESS.exec(address) ?? [];
  if (bucket === "" || (key !== "" && !root.endsWith("/"))) {
    throw cannotRead(
      shownSource(address),
      `expected s3://bucket/key, s3://bucket/folder/ or s3://bucket/pattern*, found no name of a bucket. Correct the address; S3_ENDPOINT_URL, S3_ACCESS_KEY and S3_SECRET_KEY say where and as whom.`,
    );
  }
  return { address, bucket, key, root: root.endsWith("/") ? root : `${root}/` };
}
