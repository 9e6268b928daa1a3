import { createHash } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Answers in the store's place; true where it did. */
export type Fault = (request: IncomingMessage, response: ServerResponse, calls: number) => boolean;

export interface FakeS3 {
  endpoint: URL;
  objects: Map<string, Buffer>;
  /** Set to answer otherwise than a store should; null for none. */
  fault: Fault | null;
  /** Milliseconds before it does anything about a call. */
  latencyMs: number;
  calls: number;
  lists: number;
  connections: number;
}

const PAGE = 1000;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

const tagOf = (body: Buffer): string => createHash("md5").update(body).digest("hex");

function listing(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const keys = [...objects.keys()].sort();
  const prefix = query.get("prefix") ?? "";
  const name = query.get("encoding-type") === "url" ? encodeURIComponent : escape;
  const delimiter = query.get("delimiter") ?? "";
  const after = query.get("continuation-token") || query.get("start-after") || "";
  const found: string[] = [];
  let last = "";
  let isTruncated = false;
  const folders = new Set<string>();
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    const shown = end < 0 ? key : key.slice(0, end + 1);
    if (shown <= after || folders.has(shown)) continue;
    if (found.length + folders.size === PAGE) {
      isTruncated = true;
      break;
    }
    if (end < 0) found.push(key);
    else folders.add(shown);
    last = shown;
  }
  const contents = found.map((key) => {
    const body = objects.get(key)!;
    return `<Contents><Key>${name(key)}</Key><LastModified>${new Date().toISOString()}</LastModified><ETag>&quot;${tagOf(body)}&quot;</ETag><Size>${body.length}</Size></Contents>`;
  });
  const prefixes = [...folders].map(
    (key) => `<CommonPrefixes><Prefix>${name(key)}</Prefix></CommonPrefixes>`,
  );
  const token = isTruncated ? `<NextContinuationToken>${escape(last)}</NextContinuationToken>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isTruncated}</IsTruncated>${token}${contents.join("")}${prefixes.join("")}</ListBucketResult>`;
}

/** Takes an object, unless it is to be new and is not. */
async function write(
  objects: Map<string, Buffer>,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = Buffer.concat(await request.toArray());
  if (request.headers["if-none-match"] === "*" && objects.has(key)) {
    response.writeHead(412).end("<Error><Code>PreconditionFailed</Code><Message>there</Message></Error>");
    return;
  }
  objects.set(key, body);
  response.writeHead(200, { ETag: `"${tagOf(body)}"` }).end();
}

/** Gives an object, or the end of it, unless it is to be another. */
function read(body: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const tag = `"${tagOf(body)}"`;
  if ((request.headers["if-match"] ?? tag) !== tag) {
    response.writeHead(412).end("<Error><Code>PreconditionFailed</Code><Message>another</Message></Error>");
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  response.setHeader("Content-Type", "binary/octet-stream");
  response.setHeader("ETag", tag);
  response.setHeader("Content-Length", body.length - from);
  if (from > 0) {
    response.statusCode = 206;
    response.setHeader("Content-Range", `bytes ${from}-${body.length - 1}/${body.length}`);
  }
  response.end(request.method === "HEAD" ? undefined : body.subarray(from));
}

/** A small S3 in this process, over a map of objects, that can be told to fail in any way. Its bucket is `reports`. */
export async function startFakeS3(objects: ReadonlyMap<string, Buffer> = new Map()): Promise<FakeS3> {
  const fake: FakeS3 = {
    endpoint: new URL("http://127.0.0.1/"),
    objects: new Map(objects),
    fault: null,
    latencyMs: 0,
    calls: 0,
    lists: 0,
    connections: 0,
  };
  const written = new Date();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    fake.calls++;
    if (fake.fault?.(request, response, fake.calls) === true) return;
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3");
    response.setHeader("Content-Type", "application/xml");
    if (searchParams.get("list-type") === "2") {
      fake.lists++;
      response.end(listing(fake.objects, searchParams));
      return;
    }
    const key = decodeURIComponent(pathname.slice("/reports/".length));
    if (request.method === "PUT") {
      void write(fake.objects, key, request, response);
      return;
    }
    const body = fake.objects.get(key);
    if (body === undefined) {
      response.statusCode = 404;
      response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>not here</Message></Error>');
      return;
    }
    response.setHeader("Last-Modified", written.toUTCString());
    read(body, request, response);
  };
  const server = createServer((request, response) => {
    if (fake.latencyMs === 0) answer(request, response);
    else setTimeout(answer, fake.latencyMs, request, response);
  });
  server.on("connection", () => fake.connections++);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  fake.endpoint.port = String((server.address() as AddressInfo).port);
  return fake;
}
