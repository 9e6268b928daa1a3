import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type AskedHeaders, readHeaders } from "../../src/http/read-headers.js";

async function seenBy(headers: readonly string[]): Promise<[AskedHeaders, IncomingMessage["headers"]]> {
  let seen: [AskedHeaders, IncomingMessage["headers"]] | undefined;
  const server = createServer((request, response) => {
    seen = [readHeaders(request), request.headers];
    response.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.end(["GET / HTTP/1.1", ...headers, "Connection: close", "", ""].join("\r\n"));
  socket.resume();
  await once(socket, "close");
  return seen!;
}

const inAnyCase = (name: string) =>
  fc.mixedCase(fc.constant(name), {
    toggleCase: (letter) => (letter === "-" ? "-" : letter.toUpperCase()),
  });

test("headers are read as Node reads them, whatever their case, order and number", async () => {
  const header = fc
    .constantFrom(
      "origin",
      "authorization",
      "accept-encoding",
      "if-none-match",
      "accept",
      "referer",
      "cookie",
    )
    .chain((name) => fc.tuple(inAnyCase(name), fc.constantFrom("a", "b", '"c", W/"d"', "br;q=0")))
    .map(([name, value]) => `${name}: ${value}`);

  await fc.assert(
    fc.asyncProperty(fc.array(header, { maxLength: 8 }), async (headers) => {
      const [read, { host, origin, authorization, ...more }] = await seenBy(["hOST: a", ...headers]);

      expect(read).toEqual({
        host,
        origin,
        authorization,
        acceptEncoding: more["accept-encoding"],
        ifNoneMatch: more["if-none-match"],
      });
    }),
    { numRuns: 100 },
  );
});
