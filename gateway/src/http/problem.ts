import { ERRORS, type ErrorCode, FeaturescopeError } from "@featurescope/analyzer/artifact";

/** An error with further members for its problem document. */
export class ProblemError extends FeaturescopeError {
  readonly members: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, members: Record<string, unknown>) {
    super(code, message);
    this.members = members;
  }
}

/** A problem document of RFC 9457. */
export interface Problem {
  /** `/problems/<code>`, relative to the gateway. */
  type: string;
  title: string;
  status: number;
  /** What was expected, found and can be done; for a fault of the gateway or its store only what the code means. */
  detail: string;
  /** Id of the request; of a failure it is in the log. */
  instance: string;
  [member: string]: unknown;
}

/** Seconds after which to try again what failed for now. */
export const RETRY_AFTER_SECONDS = 2;

/** Says to a client what went wrong; anything that is no error of Featurescope is `unexpected`. */
export function problemOf(error: unknown, requestId: string): Problem {
  const code = error instanceof FeaturescopeError ? error.code : "unexpected";
  const { status, meaning } = ERRORS[code];
  const isOurs = status === null || status >= 500;
  return {
    type: `/problems/${code}`,
    title: meaning,
    status: status ?? 500,
    detail: isOurs || !(error instanceof Error) ? meaning : error.message,
    instance: requestId,
    ...(error instanceof ProblemError ? error.members : {}),
  };
}
