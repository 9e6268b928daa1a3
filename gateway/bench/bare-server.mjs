// Bare node:http: the same body and the same headers as the gateway's answers, nothing looked up, nothing decided but 304.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [, , path, port, etag, wholeAsJson, notModifiedAsJson] = process.argv;
const body = readFileSync(path);
const whole = JSON.parse(wholeAsJson);
const notModified = JSON.parse(notModifiedAsJson);

createServer((request, response) => {
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, notModified);
    response.end();
    return;
  }
  response.writeHead(200, whole);
  response.end(body);
}).listen(Number(port), "127.0.0.1");
