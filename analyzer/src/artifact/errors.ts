/** What a code of {@link ERRORS} means: the CLI's exit code, or the HTTP status of the gateway's problem document. */
export interface ErrorEntry {
  /** Exit code of `featurescope`; 1 where only the gateway raises it. */
  exit: number;
  /** HTTP status of the gateway's answer; null where only the CLI raises it. */
  status: number | null;
  /** What it means, for the table in the README. */
  meaning: string;
}

/** Every error of Featurescope. A test compares the table in the README with it. */
export const ERRORS = {
  unexpected: { exit: 1, status: 500, meaning: "a fault of Featurescope itself; please report it" },
  "invalid-usage": {
    exit: 2,
    status: null,
    meaning: "the command line is not valid; all faults are listed at once",
  },
  "invalid-configuration": {
    exit: 2,
    status: null,
    meaning: "the configuration file or the environment is not valid; all faults are listed at once",
  },
  "feature-not-analysed": {
    exit: 3,
    status: null,
    meaning:
      "with --strict: a requested feature could not be analysed, or there are no rows (the report is written all the same)",
  },
  "input-unreadable": {
    exit: 4,
    status: null,
    meaning: "the data or the reference is missing, not a table, or broken",
  },
  "store-unreachable": {
    exit: 5,
    status: 503,
    meaning: "the store of reports does not answer, or does not allow writing",
  },
  "run-exists": {
    exit: 5,
    status: null,
    meaning: "a published run never changes: the same id with other content is refused",
  },
  "drift-gate": {
    exit: 6,
    status: null,
    meaning:
      "with --fail-on: a feature reached that verdict, or is broken, or there are no rows (the report is written all the same)",
  },
  "document-invalid": {
    exit: 4,
    status: 502,
    meaning: "a file of a report does not follow the contract, or does not match its checksum",
  },
  "schema-too-new": { exit: 4, status: 502, meaning: "a report written by a newer Featurescope" },
  "invalid-parameter": { exit: 1, status: 400, meaning: "a query parameter is not valid" },
  "unknown-pipeline": { exit: 1, status: 404, meaning: "there is no report of such a pipeline" },
  "unknown-run": { exit: 1, status: 404, meaning: "this pipeline has no such run" },
  "unknown-feature": { exit: 1, status: 404, meaning: "no run of this pipeline has such a feature" },
  "unknown-file": { exit: 1, status: 404, meaning: "the report has no such file" },
  "unknown-address": { exit: 1, status: 404, meaning: "the gateway has nothing at this address" },
  "address-expired": { exit: 1, status: 410, meaning: "the signed address has expired" },
  "unknown-host": {
    exit: 1,
    status: 421,
    meaning:
      "the request names a host that is not this gateway's: set PUBLIC_URL (a defence against DNS rebinding)",
  },
  "method-not-allowed": { exit: 1, status: 405, meaning: "the address exists, but not for this method" },
  "ambiguous-feature": {
    exit: 1,
    status: 409,
    meaning: "several pipelines have the feature: name one, or set DEFAULT_PIPELINE",
  },
  unauthorized: {
    exit: 1,
    status: 401,
    meaning: "the gateway must know who is asking: send a token that it accepts",
  },
  forbidden: {
    exit: 1,
    status: 403,
    meaning:
      "the token does not grant access to this pipeline, or, where everything is asked for, not to everything",
  },
  "issuer-unreachable": {
    exit: 1,
    status: 503,
    meaning: "the issuer of the tokens (OIDC_ISSUER) does not answer, so they cannot be checked",
  },
  "too-many-streams": {
    exit: 1,
    status: 503,
    meaning: "the gateway already has as many event streams open as it allows",
  },
  "not-ready": {
    exit: 1,
    status: 503,
    meaning: "the gateway has not read the store yet, or is about to stop",
  },
} as const satisfies Record<string, ErrorEntry>;

/** Code of an error, stable across versions. */
export type ErrorCode = keyof typeof ERRORS;

/** An error with a code. Its message says what was expected, what was found and what to do. */
export class FeaturescopeError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "FeaturescopeError";
    this.code = code;
  }
}
