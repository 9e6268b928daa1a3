import { once } from "node:events";
import { type IncomingHttpHeaders, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type PickedHeaders, pickHeaders } from "../../src/http/picked-headers.js";

/** A server that gives, for a request as it is written, what Node makes of its headers and what is picked from them. */
async function startServer() {
  const seen: [IncomingHttpHeaders, PickedHeaders | null][] = [];
  const server = createServer((request, response) => {
    seen.push([request.headers, pickHeaders(request.rawHeaders)]);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return async (lines: readonly string[]) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.end(`GET / HTTP/1.0\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n`).resume();
    await once(socket, "close");
    return seen.pop()!;
  };
}

const wanted = ["Accept-Encoding", "Authorization", "Host", "If-None-Match", "Origin"];
const others = ["If-Modified-Since", "Hose", "Orison", "Accept-Language", "Accept-Encodinh", "Cookie", "X"];

test("what is picked is what Node makes of the headers, or nothing where one comes twice", async () => {
  const ask = await startServer();
  const spelled = fc
    .tuple(fc.constantFrom(...wanted, ...others), fc.constantFrom("as it is", "lower", "upper"))
    .map(([name, how]) =>
      how === "lower" ? name.toLowerCase() : how === "upper" ? name.toUpperCase() : name,
    );
  const header = fc.tuple(
    spelled,
    fc.constantFrom("", "*", "gzip, br", "Bearer x", "null", "a.example:8000"),
  );

  await fc.assert(
    fc.asyncProperty(fc.array(header, { maxLength: 8 }), async (lines) => {
      const [headers, picked] = await ask(lines.map(([name, value]) => `${name}: ${value}`));
      const names = lines.map(([name]) => name.toLowerCase());
      const isTwice = wanted.some((name) => names.filter((each) => each === name.toLowerCase()).length > 1);

      expect(picked).toEqual(
        isTwice
          ? null
          : {
              acceptEncoding: headers["accept-encoding"],
              authorization: headers.authorization,
              host: headers.host,
              ifNoneMatch: headers["if-none-match"],
              origin: headers.origin,
            },
      );
    }),
    { numRuns: 200 },
  );
});
