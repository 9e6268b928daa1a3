// Both in one process and over streams that are no sockets: what is compared is their own processor time, in so short turns that
// whatever else the machine does falls on both alike. Told by the process that started this: the address, what it answers.
import { createServer } from "node:http";
import { Duplex } from "node:stream";
import { readConfig } from "../dist/config/read-config.js";
import { createGateway } from "../dist/gateway.js";
import { bareHandler } from "./bare-handler.mjs";

const REQUESTS = 250;
const TURNS = 400;
const WARM_UP = 60;

/** A connection that sends the next request once the answer to the last one is written. */
class Connection extends Duplex {
  constructor(request, onEnd) {
    // As a socket does, it takes strings as they are.
    super({ readableHighWaterMark: 1_000_000, decodeStrings: false });
    this.request = request;
    this.left = REQUESTS;
    this.onEnd = onEnd;
    this.push(request);
  }
  _read() {}
  _write(_chunk, _encoding, done) {
    done();
    this.next();
  }
  _writev(_chunks, done) {
    done();
    this.next();
  }
  next() {
    if (--this.left > 0) setImmediate(() => this.push(this.request));
    else this.onEnd();
  }
  setTimeout() {
    return this;
  }
}

async function turn(server, request) {
  const before = process.cpuUsage();
  await new Promise((resolve) => server.emit("connection", new Connection(request, resolve)));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / REQUESTS;
}

process.once("message", async ({ folder, path, etag, body, whole, notModified }) => {
  const gateway = createGateway(readConfig({ STORE: folder }), () => undefined);
  await gateway.refresher.refresh();
  const servers = {
    bare: createServer(bareHandler({ etag, body: Buffer.from(body, "base64"), whole, notModified })),
    gateway: createServer(gateway.handler),
  };
  const head = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n`;
  const requests = { 200: `${head}\r\n`, 304: `${head}If-None-Match: ${etag}\r\n\r\n` };
  const told = { 200: { bare: [], gateway: [] }, 304: { bare: [], gateway: [] } };
  for (let at = 0; at < TURNS; at++) {
    for (const [status, request] of Object.entries(requests)) {
      for (const [name, server] of Object.entries(servers)) {
        const took = await turn(server, Buffer.from(request));
        if (at >= WARM_UP) told[status][name].push(took);
      }
    }
  }
  process.send(told, () => process.exit(0));
});
