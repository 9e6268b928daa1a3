/** An event of a stream, as it is dispatched. */
export interface StreamEvent {
  /** `message` where the stream gives no name. */
  type: string;
  data: string;
}

/** Characters that an event may take before it ends: a stream that goes on without an end is none of ours. */
const MOST_CHARACTERS = 1 << 20;

/**
 * Reads an event stream as it comes in, cut anywhere: UTF-8 with an optional byte order mark, lines that end with LF, CR or
 * CRLF, comments, data over several lines. What a connection ends in the middle of is never dispatched.
 * Source: WHATWG HTML, 9.2.6 Interpreting an event stream.
 */
export class EventStreamParser {
  #text = new TextDecoder();
  #line = "";
  #endedByReturn = false;
  #type = "";
  #data: string[] = [];
  #length = 0;
  #id: string;
  /** What a client that comes back sends as `Last-Event-ID`; empty while nothing gave one. */
  lastEventId: string;
  /** Milliseconds to wait before coming back, as the stream asks for; null while it does not. */
  retry: number | null = null;

  /** @param lastEventId of the connection before; a stream that gives no id goes on from there */
  constructor(lastEventId = "") {
    this.#id = lastEventId;
    this.lastEventId = lastEventId;
  }

  /**
   * Takes the next bytes and gives the events that they complete.
   * @throws RangeError where an event grows beyond 1 MiB
   */
  push(bytes: Uint8Array): StreamEvent[] {
    let text = this.#text.decode(bytes, { stream: true });
    if (text === "") return [];
    // The line feed of a CRLF that was cut in two ends no further line.
    if (this.#endedByReturn && text.startsWith("\n")) text = text.slice(1);
    this.#endedByReturn = text.endsWith("\r");
    const [first = "", ...others] = text.split(/\r\n|\r|\n/);
    const lines = [this.#line + first, ...others];
    this.#line = lines.pop() ?? "";
    const events = lines.flatMap((line) => this.#take(line));
    if (this.#length + this.#line.length > MOST_CHARACTERS)
      throw new RangeError(`Expected an event of at most ${MOST_CHARACTERS} characters, found more.`);
    return events;
  }

  #take(line: string): StreamEvent[] {
    if (line === "") return this.#dispatch();
    this.#length += line.length;
    const colon = line.indexOf(":");
    if (colon !== 0) {
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1);
      this.#set(name, value.startsWith(" ") ? value.slice(1) : value);
    }
    return [];
  }

  #set(name: string, value: string): void {
    if (name === "event") this.#type = value;
    else if (name === "data") this.#data.push(value);
    else if (name === "id" && !value.includes("\0")) this.#id = value;
    else if (name === "retry" && /^\d+$/.test(value)) this.retry = Number(value);
  }

  #dispatch(): StreamEvent[] {
    const [type, data] = [this.#type || "message", this.#data];
    this.lastEventId = this.#id;
    this.#type = "";
    this.#data = [];
    this.#length = 0;
    return data.length === 0 ? [] : [{ type, data: data.join("\n") }];
  }
}
