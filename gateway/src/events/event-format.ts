/**
 * An event as Server-Sent Events write it. The data is JSON, which has no line break that could end it early.
 * @param id what a client that comes back sends as `Last-Event-ID`
 */
export function eventFormat(id: string, name: string, data: unknown): Buffer {
  return Buffer.from(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A comment: keeps connections open that would be closed when nothing passes. */
export const HEARTBEAT = Buffer.from(": still here\n\n");

/**
 * Begins a stream: how long to wait before coming back, and where the stream stands, so that a client that loses the
 * connection before the first event misses nothing.
 */
export function streamHead(id: string, retryMs: number): Buffer {
  return Buffer.from(`retry: ${retryMs}\nid: ${id}\n\n`);
}
