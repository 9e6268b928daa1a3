import { once } from "node:events";
import { type IncomingMessage, get } from "node:http";

/** Headers that Node adds by itself. */
const OWN_HEADERS = new Set(["date", "connection", "keep-alive"]);

/** What a server answers, to the byte. */
export interface Sent {
  etag: string;
  /** Names and values in turn, as they were written. */
  headers: string[];
  body: Buffer;
}

/** Asks a server as it is. */
export async function sentBy(address: string, headers: Record<string, string>): Promise<Sent> {
  const [answer] = (await once(get(address, { headers, agent: false }), "response")) as [IncomingMessage];
  const { rawHeaders } = answer;
  const body = Buffer.concat(await answer.toArray());
  const isOwn = (at: number): boolean => OWN_HEADERS.has(rawHeaders[at - (at % 2)]!.toLowerCase());
  return { etag: String(answer.headers.etag), headers: rawHeaders.filter((_, at) => !isOwn(at)), body };
}
