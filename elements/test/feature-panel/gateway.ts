import { setFetch } from "../../src/fetch.js";

/** What stands in for a gateway: answers by the end of an address, and a record of what was asked. */
export interface Gateway {
  /** Addresses asked so far, without their origin. */
  asked: string[];
  /** Signals of the requests, in the same order. */
  signals: AbortSignal[];
}

/** An answer with a JSON document. */
export function json(document: unknown, headers: Record<string, string> = {}, status = 200): () => Response {
  return () =>
    new Response(JSON.stringify(document), {
      status,
      headers: { "content-type": "application/json", ...headers },
    });
}

/** An answer with a problem document. */
export function problem(code: string, status: number, detail: string): () => Response {
  const type = `/problems/${code}`;
  return json({ type, title: code, status, detail }, { "content-type": "application/problem+json" }, status);
}

/** An answer with a picture of one colour, 740 px wide at 2×. */
export async function picture(height: number, color = "rebeccapurple"): Promise<() => Response> {
  const canvas = new OffscreenCanvas(1480, height * 2);
  const context = canvas.getContext("2d")!;
  context.fillStyle = color;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return () => new Response(blob);
}

/** Lets every element ask these answers, by path; anything else is a bare 404. A promise is an answer that takes its time. */
export function serve(answers: Record<string, (() => Response) | Promise<() => Response>>): Gateway {
  const gateway: Gateway = { asked: [], signals: [] };
  setFetch(async (address, init) => {
    const { pathname, search } = new URL(address);
    gateway.asked.push(pathname + search);
    if (init?.signal) gateway.signals.push(init.signal);
    const answer = await answers[pathname];
    return answer?.() ?? new Response("", { status: 404, statusText: "Not Found" });
  });
  return gateway;
}

/** An answer that comes when the test gives it. */
export class LateAnswer {
  readonly answer: Promise<() => Response>;
  give!: (answer: () => Response) => void;

  constructor() {
    this.answer = new Promise((resolve) => (this.give = resolve));
  }
}
