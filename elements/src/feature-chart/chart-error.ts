/** Why a stored chart is not shown: `chart-invalid`, `chart-too-large`, or `chart-loads-data`. */
export type ChartErrorCode = "chart-invalid" | "chart-too-large" | "chart-loads-data";

/** A stored chart that is not shown, and why. */
export class ChartError extends Error {
  readonly code: ChartErrorCode;

  /** @param message what was expected and what was found */
  constructor(code: ChartErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ChartError";
    this.code = code;
  }
}
