/** What minio-js would retry by itself, leaving the body of the answer unread and its connection in use for ever. */
const STATUSES = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

/** An answer of a store that says: not now. */
export class NotNow extends Error {
  readonly status: number;
  /** When to try again; null where the store does not say. */
  readonly retryAfterSeconds: number | null;

  /** @param retryAfter the header of that name */
  constructor(status: number, retryAfter: string | undefined) {
    super(`the store answers ${status}`);
    this.name = "NotNow";
    this.status = status;
    this.retryAfterSeconds =
      retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  }

  /** Whether an answer with this status is one. */
  static has(status: number): boolean {
    return STATUSES.has(status);
  }
}
