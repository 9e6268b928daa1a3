import { type PipelineList, SCHEMA_VERSION } from "@featurescope/analyzer/artifact";
import { setFetch } from "../../src/fetch.js";

/** An event stream that is open. */
interface OpenStream {
  /** `Last-Event-ID` of the request; null for a new one. */
  lastEventId: string | null;
  /** Whether the client has ended it. */
  isEnded: () => boolean;
  send: (text: string) => void;
  /** Ends it as a gateway does that stops. */
  end: () => void;
}

/** Stands in for a gateway with an event stream. */
export interface StandIn {
  /** Paths asked for, without the stream's. */
  asked: string[];
  /** All streams that were ever opened, in order. */
  streams: OpenStream[];
  open: () => OpenStream[];
  /** Answers by path; a path that is not here is a 404. */
  answers: Map<string, () => Response>;
  /** Whether streams are refused. */
  isDown: boolean;
}

const HEAD = "retry: 1\nid: e-0\n\n";
const encoder = new TextEncoder();

/** Lets every element ask these answers, and an event stream at `/api/v1/events`. */
export function standIn(answers: Record<string, unknown>): StandIn {
  const gateway: StandIn = {
    asked: [],
    streams: [],
    open: () => gateway.streams.filter((stream) => !stream.isEnded()),
    answers: new Map(
      Object.entries(answers).map(([path, document]) => [path, () => Response.json(document)]),
    ),
    isDown: false,
  };
  setFetch(async (address, init) => {
    const { pathname } = new URL(address);
    if (pathname.endsWith("/api/v1/events")) return stream(gateway, init);
    gateway.asked.push(pathname);
    return gateway.answers.get(pathname)?.() ?? unknown("unknown-feature");
  });
  return gateway;
}

/** A 404 of a gateway. */
export function unknown(code: string): Response {
  return new Response(JSON.stringify({ type: `/problems/${code}`, title: code, status: 404 }), {
    status: 404,
    headers: { "content-type": "application/problem+json" },
  });
}

/** A `report` event. */
export function report(id: number, run: string, fields: Record<string, unknown> = {}): string {
  const data = {
    pipeline: "credit",
    key: "credit",
    run,
    isNewest: true,
    href: `pipelines/credit/runs/${run}/`,
  };
  return `id: e-${id}\nevent: report\ndata: ${JSON.stringify({ ...data, ...fields })}\n\n`;
}

/** A `withdrawn` event. */
export function withdrawn(id: number, run: string): string {
  const data = { pipeline: "credit", key: "credit", run };
  return `id: e-${id}\nevent: withdrawn\ndata: ${JSON.stringify(data)}\n\n`;
}

function stream(gateway: StandIn, init: RequestInit | undefined): Response {
  if (gateway.isDown) throw new TypeError("Failed to fetch");
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isEnded = false;
  const end = (): void => {
    if (isEnded) return;
    isEnded = true;
    controller.close();
  };
  const body = new ReadableStream<Uint8Array>({
    start: (each) => {
      controller = each;
    },
    cancel: () => {
      isEnded = true;
    },
  });
  init?.signal?.addEventListener("abort", () => {
    if (isEnded) return;
    isEnded = true;
    controller.error(init.signal!.reason);
  });
  const send = (text: string): void => controller.enqueue(encoder.encode(text));
  send(HEAD);
  const lastEventId = new Headers(init?.headers).get("last-event-id");
  gateway.streams.push({ lastEventId, isEnded: () => isEnded, send, end });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** The list of pipelines: one, with its newest run. */
export function pipelines(run: string): PipelineList {
  const verdicts = { stable: 1, watch: 0, shifted: 0, unknown: 0 };
  const createdAt = "2026-11-20T00:00:00Z";
  const newest = { run, createdAt, window: null, rows: 1, features: 1, verdicts, href: `runs/${run}/` };
  const credit = {
    pipeline: "credit",
    key: "credit",
    newest,
    verdicts,
    features: 1,
    href: "pipelines/credit/features",
  };
  return { schemaVersion: SCHEMA_VERSION, pipelines: [credit] };
}
