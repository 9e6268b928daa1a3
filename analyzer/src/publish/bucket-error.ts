import { FeaturescopeError } from "../artifact/index.js";
import type { BucketLocation } from "./bucket-location.js";

const REFUSED = new Set(["AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"]);

/** What Node says of a certificate whose authority it does not know. */
const UNTRUSTED = /^(UNABLE_TO_(VERIFY|GET)_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT)/;

/** Code of an S3 error, or of one of the system; `""` where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The error of a bucket that cannot be written: code `store-unreachable`, with what to do about it. */
export function bucketError(location: BucketLocation, cause: unknown): FeaturescopeError {
  if (cause instanceof FeaturescopeError) return cause;
  const { endpoint, bucket, prefix, accessKey, region } = location;
  const where = `s3://${bucket}${prefix === "" ? "" : `/${prefix}`}`;
  const code = codeOf(cause);
  const say = (text: string): FeaturescopeError =>
    new FeaturescopeError("store-unreachable", text, { cause });
  if (code === "NoSuchBucket") {
    return say(`expected bucket ${bucket} at ${endpoint.origin}, found none; create it, or correct --to`);
  }
  if (REFUSED.has(code)) {
    const keys = accessKey === null ? "set" : "check";
    return say(
      `expected to get, put and list below ${where} at ${endpoint.origin}, found: ${code}; ${keys} S3_ACCESS_KEY and S3_SECRET_KEY, and what they may do`,
    );
  }
  if (code === "AuthorizationHeaderMalformed" || code === "PermanentRedirect") {
    return say(
      `expected bucket ${bucket} in region ${region}, found: ${code}; set S3_REGION to the bucket's region`,
    );
  }
  if (code === "RequestTimeTooSkewed") {
    return say(
      `expected this machine's clock to agree with that of ${endpoint.origin}, found another time; set this machine's clock`,
    );
  }
  if (UNTRUSTED.test(code)) {
    return say(
      `expected a certificate of ${endpoint.origin} that this machine trusts, found: ${code}; name the file of its authority's certificate in NODE_EXTRA_CA_CERTS`,
    );
  }
  if (code === "" && cause instanceof Error && cause.name === "S3Error") {
    return say(
      `expected an S3 store at ${endpoint.origin}, found something that refuses without saying why; check S3_ENDPOINT_URL, S3_ACCESS_KEY and S3_SECRET_KEY`,
    );
  }
  const reason = cause instanceof Error ? [code, cause.message].filter(Boolean).join(": ") : String(cause);
  return say(
    `expected an S3 store at ${endpoint.origin}, found: ${reason}; start it, or correct S3_ENDPOINT_URL`,
  );
}
