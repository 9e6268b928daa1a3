import type { Contender } from "./start-contenders.js";
import { type Load, load } from "./wrk.js";

/** What one run of wrk saw of a contender, and what it cost. */
export interface Round extends Load {
  /** Processor time of the server for a request, in microseconds. */
  cpu: number;
}

/** Sends a contender requests that it answers with 200 or 304. @throws Error where one fails */
export async function loadContender(
  { name, program, address, etag }: Contender,
  status: 200 | 304,
  seconds: number,
): Promise<Round> {
  const headers = { "Accept-Encoding": "gzip", ...(status === 304 && { "If-None-Match": etag! }) };
  const before = program.cpuSeconds();
  const result = await load(address, headers, seconds);
  if (result.errors > 0) throw new Error(`${name}: ${result.errors} errors`);
  return { ...result, cpu: ((program.cpuSeconds() - before) / result.requests) * 1e6 };
}
