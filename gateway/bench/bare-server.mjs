// Bare node:http: the same body and the same headers as the gateway's answer, nothing looked up, nothing decided but 304.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [, , path, port, headersAsJson] = process.argv;
const body = readFileSync(path);
const headers = JSON.parse(headersAsJson);
const full = Object.entries(headers).flat();
const notModified = Object.entries(headers)
  .filter(
    ([name]) =>
      !name.toLowerCase().startsWith("content-") || name.toLowerCase() === "content-security-policy",
  )
  .flat();

createServer((request, response) => {
  if (request.headers["if-none-match"] === headers.etag) {
    response.writeHead(304, notModified);
    response.end();
    return;
  }
  response.writeHead(200, full);
  response.end(body);
}).listen(Number(port), "127.0.0.1");
