import { readFileSync } from "node:fs";

/** Where in an S3 store reports are published, and who does it. */
export interface BucketLocation {
  endpoint: URL;
  region: string;
  bucket: string;
  /** Folder in the bucket, without slashes at its ends; `""` for the whole bucket. */
  prefix: string;
  /** Both null for anonymous requests. */
  accessKey: string | null;
  secretKey: string | null;
}

/** What reads the location writes what is wrong here. */
interface FaultList {
  add: (fault: string) => void;
}

const ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([^\\?#]*))?$/;

/** Whether a text names a bucket rather than a folder. */
export function isBucketAddress(text: string): boolean {
  return /^s3:\/\//i.test(text);
}

/**
 * The location that an address names, with the store and the keys that the environment names (the same variables as the gateway's).
 * @param address `s3://bucket/prefix`
 * @param environment `S3_ENDPOINT_URL`, `S3_REGION`, `S3_ACCESS_KEY`, `S3_SECRET_KEY`; the keys also as files, with `_FILE` after the name
 * @returns null where there are faults
 */
export function readBucketLocation(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
  faults: FaultList,
): BucketLocation | null {
  let isGood = true;
  const fault = (text: string): null => {
    isGood = false;
    faults.add(text);
    return null;
  };
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const secret = (name: string): string | null => {
    const path = text(`${name}_FILE`);
    if (text(name) !== null || path === null) return text(name);
    try {
      return readFileSync(path, "utf8").trim() || null;
    } catch (error) {
      return fault(`${name}_FILE: expected a file that can be read, found ${String(error)}`);
    }
  };

  const [, bucket = "", prefix = ""] = ADDRESS.exec(address) ?? [];
  const parts = prefix.split("/").filter((part) => part !== "");
  if (bucket === "" || parts.some((part) => part === "." || part === "..")) {
    fault(`--to: expected s3://bucket/prefix, found ${address}`);
  }
  const named = text("S3_ENDPOINT_URL") ?? "https://s3.amazonaws.com";
  const endpoint = URL.canParse(named) ? new URL(named) : null;
  const expected = "S3_ENDPOINT_URL: expected an address without a path such as http://seaweedfs:8333";
  if (endpoint === null || !/^https?:$/.test(endpoint.protocol)) fault(`${expected}, found ${named}`);
  else if (endpoint.href !== `${endpoint.origin}/`) fault(`${expected}, found more than host and port`);
  const [accessKey, secretKey] = [secret("S3_ACCESS_KEY"), secret("S3_SECRET_KEY")];
  if ((accessKey === null) !== (secretKey === null)) {
    fault("S3_ACCESS_KEY and S3_SECRET_KEY: expected both or none, found one");
  }
  if (!isGood || endpoint === null) return null;
  const region = text("S3_REGION") ?? "us-east-1";
  return { endpoint, region, bucket, prefix: parts.join("/"), accessKey, secretKey };
}
