/**
 * Waits; ends early when the browser comes online again.
 * @throws the signal's reason once it is aborted
 */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const over = new AbortController();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    over.signal.addEventListener("abort", () => clearTimeout(timer));
    signal.addEventListener("abort", () => resolve(), { signal: over.signal });
    addEventListener("online", () => resolve(), { signal: over.signal });
  });
  over.abort();
  signal.throwIfAborted();
}
