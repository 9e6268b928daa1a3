import { type IncomingMessage, request } from "node:http";
import { onTestFinished } from "vitest";

/** An event of a stream. */
interface ReceivedEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

export interface Listening {
  answer: IncomingMessage;
  /** Events so far. */
  events: ReceivedEvent[];
  /** Ids so far, those of the stream's head included. */
  ids: string[];
  /** Comments so far. */
  comments: () => number;
  /** Resolves when the other side has ended the stream. */
  ended: Promise<void>;
  close: () => void;
}

/** Opens the event stream of a gateway and reads it as a browser does. */
export async function listenEvents(
  address: string,
  { query = "", headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Listening> {
  const asked = request(`${address}api/v1/events${query}`, { headers, agent: false });
  onTestFinished(() => void asked.destroy());
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on("response", resolve);
    asked.on("error", reject);
    asked.end();
  });
  const events: ReceivedEvent[] = [];
  const ids: string[] = [];
  let comments = 0;
  let text = "";
  const take = (block: string): void => {
    const lines = block.split("\n");
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const id = field("id");
    const name = field("event");
    if (lines.some((line) => line.startsWith(":"))) comments++;
    if (id !== undefined) ids.push(id);
    if (id !== undefined && name !== undefined)
      events.push({ id, name, data: JSON.parse(field("data") ?? "") });
  };
  answer.setEncoding("utf8");
  answer.on("data", (chunk: string) => {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    blocks.forEach(take);
  });
  const ended = new Promise<void>((resolve) => {
    answer.on("close", resolve);
    answer.on("error", () => resolve());
  });
  return { answer, events, ids, comments: () => comments, ended, close: () => asked.destroy() };
}
