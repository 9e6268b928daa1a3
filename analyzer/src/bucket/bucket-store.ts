import {
  type Environment,
  type StoreCredentials,
  type StoreEndpoint,
  readStoreCredentials,
  readStoreEndpoint,
} from "../credentials/index.js";

/** An S3 store, and as whom it is asked. */
export interface BucketStore extends StoreEndpoint, StoreCredentials {}

/** What reads the store writes what is wrong here. */
export interface FaultList {
  add: (fault: string) => void;
}

/** Name of a bucket at the start of a path, as a regular expression: neither with two dots in a row nor an address of a host. */
export const BUCKET_NAME = "(?![^/]*\\.\\.)(?!\\d+(?:\\.\\d+){3}(?:/|$))[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

/**
 * The store that the environment names (the same variables as the gateway's).
 * @param environment what {@link readStoreEndpoint} and {@link readStoreCredentials} read
 * @returns null where there are faults
 */
export function readBucketStore(environment: Environment, faults: FaultList): BucketStore | null {
  let isGood = true;
  const fault = (text: string): void => {
    isGood = false;
    faults.add(text);
  };
  const store = { ...readStoreEndpoint(environment, fault), ...readStoreCredentials(environment, fault) };
  return isGood ? store : null;
}
