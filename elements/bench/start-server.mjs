import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

const DATA = [".json", ".csv", ".png"];

/**
 * Serves folders and made-up files on a port of its own, without compression, so that times are of the browser alone.
 * It counts what is asked for as if it were compressed, and can hold answers back.
 * @param folders by the address's first part; a longer one comes first
 * @param files contents by their address
 */
export async function startServer(folders, files) {
  const prefixes = Object.keys(folders).toSorted((a, b) => b.length - a.length);
  let served = new Map();
  let held = [];
  let holds = null;

  let isSwapped = false;

  function contentOf(asked) {
    const path = isSwapped ? asked.replace("/now/", "/later/") : asked;
    if (files.has(path)) return files.get(path);
    const prefix = prefixes.find((each) => path.startsWith(each));
    const file = prefix && join(folders[prefix], normalize(`/${path.slice(prefix.length)}`));
    return file && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
  }

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://bench").pathname);
    const content = contentOf(path);
    const answer = () => {
      response.writeHead(content === null ? 404 : 200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        // A worker's page that measures memory and time exactly; nothing here is from elsewhere.
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      });
      response.end(content ?? "");
    };
    if (content !== null) served.set(path, content);
    if (holds?.test(path)) held.push(answer);
    else answer();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** kB as gzip of what was asked for since this was asked last: code, and what it shows. */
    takeServed() {
      const sizes = { code: 0, data: 0 };
      for (const [path, content] of served)
        sizes[DATA.includes(extname(path)) ? "data" : "code"] +=
          gzipSync(content, { level: 9 }).length / 1000;
      served = new Map();
      return sizes;
    },
    /** Answers addresses of a pattern only when told to. */
    hold(pattern) {
      holds = pattern;
      return () => {
        holds = null;
        for (const answer of held.splice(0)) answer();
      };
    },
    /** Answers for the first run with the second, or the other way round: a run was published. */
    swap() {
      isSwapped = !isSwapped;
    },
    close: () => server.close(),
  };
}
