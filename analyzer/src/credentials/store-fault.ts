import { codeOf } from "../artifact/index.js";
import { CredentialsError } from "./credentials-error.js";
import { KEY_VARIABLES } from "./key-variables.js";
import type { StoreEndpoint } from "./read-store-endpoint.js";
import type { StoreCredentials } from "./store-credentials.js";

const REFUSED = new Set([
  "AccessDenied",
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  // Of session tokens; the last is MinIO's.
  "ExpiredToken",
  "InvalidToken",
  "InvalidTokenId",
]);

/** What Node says of a certificate whose authority it does not know. */
const UNTRUSTED = /^(UNABLE_TO_(VERIFY|GET)_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT)/;

/** What to do where a store refuses whom it is asked as. */
function correctKeys({
  accessKey,
  sessionToken,
  keyVariables: [ofAccess, ofSecret, ofSession] = KEY_VARIABLES.own,
  source,
}: StoreCredentials): string {
  if (accessKey === null)
    return source == null ? "set S3_ACCESS_KEY and S3_SECRET_KEY" : "check the role that AWS_ variables name";
  const token = sessionToken == null ? "" : `, and ${ofSession}, which ends with them`;
  return `check ${ofAccess} and ${ofSecret}${token}`;
}

/** What OpenSSL says of an answer that is not encrypted; which of them, and whether as a code, depends on its version. */
const PLAIN = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long/i;

/** What a call was to do. */
export interface StoreUse {
  bucket: string;
  /** What its caller must be allowed, such as `get and list below s3://bucket/prefix`. */
  right: string;
  /** What to do where there is no such bucket. */
  correctBucket: string;
}

/** What is wrong with a store, in words. */
export interface StoreFault {
  /** `expected …, found …` */
  fault: string;
  /** What to do. */
  advice: string;
}

/** What a call threw, in words. minio-js throws what a listing tells within an answer of 200 as it is. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof Error) return [codeOf(thrown), thrown.message].filter(Boolean).join(": ");
  const { Code, Message } = Object(thrown) as Record<string, unknown>;
  return [Code, Message].filter((part) => typeof part === "string").join(": ") || String(thrown);
}

/** What is wrong with a store that failed a call, by what the call threw. */
export function storeFault(
  store: StoreEndpoint & StoreCredentials,
  use: StoreUse,
  cause: unknown,
): StoreFault {
  const { endpoint, region, source } = store;
  const named = store.endpointVariable ?? "S3_ENDPOINT_URL";
  const { bucket, right, correctBucket } = use;
  const { origin } = endpoint;
  const code = codeOf(cause);
  if (cause instanceof Error && cause.cause instanceof CredentialsError) {
    const what = source?.type === "files" ? "the files of keys" : "what AWS_ variables name";
    return {
      fault: cause.cause.message,
      advice: `correct ${what}, or set S3_ACCESS_KEY and S3_SECRET_KEY`,
    };
  }
  if (code === "NoSuchBucket") {
    return { fault: `expected bucket ${bucket} at ${origin}, found none`, advice: correctBucket };
  }
  if (REFUSED.has(code)) {
    return {
      fault: `expected to ${right} at ${origin}, found: ${code}`,
      advice: `${correctKeys(store)}, and what they may do`,
    };
  }
  if (code === "AuthorizationHeaderMalformed" || code === "PermanentRedirect") {
    return {
      fault: `expected bucket ${bucket} in region ${region}, found: ${code}`,
      advice: "set S3_REGION to the bucket's region",
    };
  }
  if (code === "RequestTimeTooSkewed") {
    return {
      fault: `expected this machine's clock to agree with that of ${origin}, found another time`,
      advice: "set this machine's clock",
    };
  }
  if (UNTRUSTED.test(code)) {
    return {
      fault: `expected a certificate of ${origin} that this machine trusts, found: ${code}`,
      advice: "name the file of its authority's certificate in NODE_EXTRA_CA_CERTS",
    };
  }
  if (endpoint.protocol === "https:" && cause instanceof Error && PLAIN.test(`${code} ${cause.message}`)) {
    return {
      fault: `expected an S3 store at ${origin}, found one that speaks http, not https`,
      advice: `write http:// in ${named}, or have the store encrypt`,
    };
  }
  if (code === "" && cause instanceof Error && cause.name === "S3Error") {
    return {
      fault: `expected an S3 store at ${origin}, found something that refuses without saying why`,
      advice: `correct ${named}, or ${correctKeys(store)}`,
    };
  }
  const reason = reasonOf(cause);
  if (cause instanceof Error && cause.name === "S3Error") {
    return {
      fault: `expected to ${right} at ${origin}, found: ${reason.replace(/\.$/, "")}`,
      advice: "correct the address, or see the store's own log",
    };
  }
  return {
    fault: `expected an S3 store at ${origin}, found: ${reason}`,
    advice: `start it, or correct ${named}`,
  };
}
