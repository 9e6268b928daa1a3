import { codeOf } from "../artifact/index.js";
import { CredentialsError } from "./credentials-error.js";
import { KEY_VARIABLES } from "./key-variables.js";
import type { StoreEndpoint } from "./read-store-endpoint.js";
import type { StoreCredentials } from "./store-credentials.js";

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

/** A call that failed. */
interface FailedCall extends StoreUse {
  store: StoreEndpoint & StoreCredentials;
  /** Of the store. */
  origin: string;
  /** What was thrown. */
  cause: unknown;
  /** Its code; empty without one. */
  code: string;
}

/** Says what was wrong with a call. */
type Tell = (call: FailedCall) => StoreFault;

const tellBucket: Tell = ({ bucket, origin, correctBucket }) => ({
  fault: `expected bucket ${bucket} at ${origin}, found none`,
  advice: correctBucket,
});

const tellRefusal: Tell = ({ right, origin, code, store }) => ({
  fault: `expected to ${right} at ${origin}, found: ${code}`,
  advice: `${correctKeys(store)}, and what they may do`,
});

const tellRegion: Tell = ({ bucket, code, store: { region } }) => ({
  fault: `expected bucket ${bucket} in region ${region}, found: ${code}`,
  advice: "set S3_REGION to the bucket's region",
});

const tellClock: Tell = ({ origin }) => ({
  fault: `expected this machine's clock to agree with that of ${origin}, found another time`,
  advice: "set this machine's clock",
});

const tellCertificate: Tell = ({ origin, code }) => ({
  fault: `expected a certificate of ${origin} that this machine trusts, found: ${code}`,
  advice: "name the file of its authority's certificate in NODE_EXTRA_CA_CERTS",
});

const tellProtocol: Tell = ({ origin, store }) => ({
  fault: `expected an S3 store at ${origin}, found one that speaks http, not https`,
  advice: `write http:// in ${variableOf(store)}, or have the store encrypt`,
});

const tellSilence: Tell = ({ origin, store }) => ({
  fault: `expected an S3 store at ${origin}, found something that refuses without saying why`,
  advice: `correct ${variableOf(store)}, or ${correctKeys(store)}`,
});

const tellAnswer: Tell = ({ right, origin, cause }) => ({
  fault: `expected to ${right} at ${origin}, found: ${reasonOf(cause).replace(/\.$/, "")}`,
  advice: "correct the address, or see the store's own log",
});

const tellAbsence: Tell = ({ origin, store, cause }) => ({
  fault: `expected an S3 store at ${origin}, found: ${reasonOf(cause)}`,
  advice: `start it, or correct ${variableOf(store)}`,
});

/** By what stores answer. */
const BY_CODE = new Map<string, Tell>([
  ["NoSuchBucket", tellBucket],
  ["AccessDenied", tellRefusal],
  ["InvalidAccessKeyId", tellRefusal],
  ["SignatureDoesNotMatch", tellRefusal],
  // Of session tokens; the last is MinIO's.
  ["ExpiredToken", tellRefusal],
  ["InvalidToken", tellRefusal],
  ["InvalidTokenId", tellRefusal],
  ["AuthorizationHeaderMalformed", tellRegion],
  ["PermanentRedirect", tellRegion],
  ["RequestTimeTooSkewed", tellClock],
]);

/** What Node says of a certificate whose authority it does not know. */
const UNTRUSTED = /^(UNABLE_TO_(VERIFY|GET)_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT)/;

/** What OpenSSL says of an answer that is not encrypted; which of them, and whether as a code, depends on its version. */
const PLAIN = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long/i;

function tellOf({ cause, code, store }: FailedCall): Tell {
  const byCode = BY_CODE.get(code);
  if (byCode !== undefined) return byCode;
  if (UNTRUSTED.test(code)) return tellCertificate;
  if (!(cause instanceof Error)) return tellAbsence;
  if (store.endpoint.protocol === "https:" && PLAIN.test(`${code} ${cause.message}`)) return tellProtocol;
  if (cause.name !== "S3Error") return tellAbsence;
  return code === "" ? tellSilence : tellAnswer;
}

/** What is wrong with a store that failed a call, by what the call threw. */
export function storeFault(
  store: StoreEndpoint & StoreCredentials,
  use: StoreUse,
  cause: unknown,
): StoreFault {
  if (cause instanceof Error && cause.cause instanceof CredentialsError) {
    const what = store.source?.type === "files" ? "the files of keys" : "what AWS_ variables name";
    const advice = `correct ${what}, or set S3_ACCESS_KEY and S3_SECRET_KEY`;
    return { fault: cause.cause.message, advice };
  }
  const call = { ...use, store, origin: store.endpoint.origin, cause, code: codeOf(cause) };
  return tellOf(call)(call);
}

/** The variable that says where the store is. */
function variableOf({ endpointVariable }: StoreEndpoint): string {
  return endpointVariable ?? "S3_ENDPOINT_URL";
}

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
  const files = source?.type === "files" ? "the files of " : "";
  return `check ${files}${ofAccess} and ${ofSecret}${token}`;
}

/** What a call threw, in words. minio-js throws what a listing tells within an answer of 200 as it is. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof Error) return [codeOf(thrown), thrown.message].filter(Boolean).join(": ");
  const { Code, Message } = Object(thrown) as Record<string, unknown>;
  return [Code, Message].filter((part) => typeof part === "string").join(": ") || String(thrown);
}
