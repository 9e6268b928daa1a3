import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** What a server says of a failure (RFC 9457), as far as it can be used. */
interface Problem {
  type?: unknown;
  title?: unknown;
  detail?: unknown;
}

/** Why a document could not be shown. */
export class LoadError extends Error {
  /**
   * The problem's type as the server names it (`unknown-feature`), the decoder's code (`schema-too-new`,
   * `document-invalid`), `not-found` for a bare 404, or `unreachable` where nothing answered.
   */
  readonly code: string;
  /** Status of the answer; null where there was none. */
  readonly status: number | null;
  /** What was asked for. */
  readonly address: string;

  constructor(
    code: string,
    message: string,
    status: number | null,
    address: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "LoadError";
    this.code = code;
    this.status = status;
    this.address = address;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The error of an answer that is no success; reads its problem document, if it is one. */
export async function errorOfAnswer(response: Response, address: string): Promise<LoadError> {
  const { status } = response;
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  const problem = isProblem ? ((await response.json().catch(() => ({}))) as Problem | null) : null;
  const code = textOf(problem?.type).split("/").at(-1) || (status === 404 ? "not-found" : "unexpected");
  const message = textOf(problem?.detail) || textOf(problem?.title) || `${status} ${response.statusText}`;
  return new LoadError(code, message.trim(), status, address);
}

/** The error of anything else thrown on the way: an answer that is no report, or none at all. */
export function errorOfFailure(failure: unknown, address: string): LoadError {
  if (failure instanceof LoadError) return failure;
  const code =
    failure instanceof FeaturescopeError
      ? failure.code
      : failure instanceof SyntaxError
        ? "document-invalid"
        : "unreachable";
  const message = failure instanceof Error ? failure.message : String(failure);
  return new LoadError(code, message, null, address, { cause: failure });
}
