import { type StoreCredentials, readStoreCredentials } from "../credentials/index.js";

/** An S3 store, and as whom it is asked. */
export interface BucketStore extends StoreCredentials {
  endpoint: URL;
  region: string;
}

/** What reads the store writes what is wrong here. */
export interface FaultList {
  add: (fault: string) => void;
}

/** Name of a bucket at the start of a path, as a regular expression: neither with two dots in a row nor an address of a host. */
export const BUCKET_NAME = "(?![^/]*\\.\\.)(?!\\d+(?:\\.\\d+){3}(?:/|$))[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

/**
 * The store that the environment names (the same variables as the gateway's).
 * @param environment `S3_ENDPOINT_URL`, `S3_REGION`, and what {@link readStoreCredentials} reads
 * @returns null where there are faults
 */
export function readBucketStore(
  environment: Readonly<Record<string, string | undefined>>,
  faults: FaultList,
): BucketStore | null {
  let isGood = true;
  const fault = (text: string): void => {
    isGood = false;
    faults.add(text);
  };
  const text = (name: string): string | null => environment[name]?.trim() || null;

  const named = text("S3_ENDPOINT_URL") ?? "https://s3.amazonaws.com";
  const endpoint = URL.canParse(named) ? new URL(named) : null;
  const expected = "S3_ENDPOINT_URL: expected an address without a path such as http://seaweedfs:8333";
  if (endpoint === null || !/^https?:$/.test(endpoint.protocol)) fault(`${expected}, found ${named}`);
  else if (endpoint.href !== `${endpoint.origin}/`) fault(`${expected}, found more than host and port`);
  const credentials = readStoreCredentials(environment, fault);
  if (!isGood || endpoint === null) return null;
  return { endpoint, region: text("S3_REGION") ?? "us-east-1", ...credentials };
}
