import { symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import type { Store } from "../../src/store/store.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const newest = "/api/v1/pipelines/credit/features/age/statistics.json";

/** A store that remembers which paths were asked of it. */
function watched(store: Store): Store & { asked: Set<string> } {
  const asked = new Set<string>();
  return {
    address: store.address,
    asked,
    list: (folder) => {
      asked.add(folder);
      return store.list(folder);
    },
    get: (path, limits) => {
      asked.add(path);
      return store.get(path, limits);
    },
    stat: (path) => {
      asked.add(path);
      return store.stat(path);
    },
  };
}

const plan = { run: "a", features: [{ name: "age" }, { name: "年龄" }] };

async function startedAndWatched() {
  const folder = temporaryFolder();
  await publish(folder, plan);
  await writeFile(join(folder, "secret"), "kept to ourselves");
  const store = watched(directoryStore(folder));
  const started = await startGateway(folder, { store });
  const allowed = new Set(
    [...publishedObjects(plan, 0).keys()].map((path) => path.replace(/^_log.*/, "_log")),
  );
  const strays = () =>
    [...store.asked].map((path) => path.replace(/^_log.*/, "_log")).filter((path) => !allowed.has(path));
  return { ...started, strays };
}

const hostile = [
  "..",
  "%2e%2e",
  "..%2f..%2fsecret",
  "%2e%2e%2fsecret",
  "..%5c..%5csecret",
  "..;/secret",
  "%00",
  "age%00",
  "%0d%0aSet-Cookie:%20a=b",
  "%c0%ae%c0%ae%2f",
  "%",
  "%zz",
  "%u002e%u002e",
  "．．",
  "／",
  "a".repeat(5000),
  "http:%2f%2f169.254.169.254%2f",
  "file:%2f%2f%2fetc%2fpasswd",
  "AGE",
  "age%20",
  "age.",
  "age%2f",
  "~",
  "*",
].map((part) => (part.startsWith("%") || part.includes("%") ? part : encodeURI(part)));

test.each(hostile)("a hostile name asks the store for nothing else: %s", async (part) => {
  const { ask, strays } = await startedAndWatched();

  for (const path of [
    `/${part}`,
    `/api/v1/features/${part}/stats`,
    `/api/v1/pipelines/${part}/features`,
    `/api/v1/pipelines/credit/features/${part}/statistics.json`,
    `/api/v1/pipelines/credit/features/age/${part}`,
    `/api/v1/pipelines/credit/runs/${part}/features/age/statistics.json`,
    `/api/v1/pipelines/credit/runs/a/${part}`,
    `/api/v1/pipelines/credit/runs/a/features/${part}/chart.png`,
    `/elements/${part}`,
    `/page/${part}`,
    `/problems/${part}`,
  ]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers).not.toHaveProperty("set-cookie");
    expect(answer.text).not.toContain("kept to ourselves");
  }
  expect(strays()).toEqual([]);
});

test("whatever is asked for, only the report's own files are read, and nothing fails", async () => {
  const { ask, strays } = await startedAndWatched();
  const nasty = fc.constantFrom(
    "..",
    ".",
    "%2e",
    "%2f",
    "%5c",
    "%00",
    "%0d%0a",
    "/",
    "\\",
    "~",
    "age",
    "credit",
    "runs",
    "a",
    "%",
    "；",
    "é",
    "\u2024",
  );
  const part = fc.oneof(
    fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme" }).map(encodeURIComponent),
  );
  const known = fc.constantFrom(
    "api",
    "v1",
    "pipelines",
    "features",
    "runs",
    "credit",
    "age",
    "a",
    "elements",
    "statistics.json",
    "history",
  );
  const path = fc
    .array(fc.oneof(part, known), { maxLength: 9 })
    .map((parts) => `/${encodeURI(parts.join("/")).replaceAll("%25", "%")}`);

  await fc.assert(
    fc.asyncProperty(
      path,
      fc.constantFrom("GET", "HEAD", "OPTIONS", "POST", "DELETE"),
      async (path, method) => {
        const { status } = await ask(path, { method });
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 400 },
  );
  expect(strays()).toEqual([]);
});

test("addresses are told apart by case and by a slash at the end", async () => {
  const { ask } = await startedAndWatched();

  expect((await ask(newest)).status).toBe(200);
  expect((await ask(`${newest}/`)).status).toBe(404);
  expect((await ask(newest.replace("features", "Features"))).status).toBe(404);
  expect((await ask(newest.replace("age", "Age"))).status).toBe(404);
  expect((await ask(`/${newest}`)).status).toBe(404);
});

test("other methods are refused with what would be right", async () => {
  const { ask } = await startedAndWatched();

  for (const method of ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
    const answer = await ask(newest, { method });
    expect([answer.status, answer.json()["type"]]).toEqual([405, "/problems/method-not-allowed"]);
    expect(answer.headers.allow).toBe("HEAD, GET");
  }
});

test.each([
  ["none", undefined, undefined],
  ["allowed", "https://console.example.com", "https://console.example.com"],
  ["null", "null", undefined],
  ["evil", "https://evil.example", undefined],
  ["suffix", "https://console.example.com.evil.example", undefined],
  ["sub-domain", "https://a.console.example.com", undefined],
  ["scheme", "http://console.example.com", undefined],
  ["port", "https://console.example.com:8443", undefined],
  ["case", "https://Console.example.com", undefined],
])("an origin is shared with only if it is in the list: %s", async (_case, origin, shared) => {
  const folder = temporaryFolder();
  await publish(folder, plan);
  const { ask } = await startGateway(folder, { corsOrigins: ["https://console.example.com"] });
  const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
  const { headers: first } = await ask(newest);

  const answers = [
    await ask(newest, { headers }),
    await ask(newest, { headers: { ...headers, "If-None-Match": String(first.etag) } }),
    await ask("/api/v1/pipelines/none/features", { headers }),
    await ask(newest, { headers: { ...headers, "Access-Control-Request-Method": "GET" }, method: "OPTIONS" }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 204]);
  for (const answer of answers) {
    expect(answer.headers["access-control-allow-origin"]).toBe(shared);
    expect(answer.headers).not.toHaveProperty("access-control-allow-credentials");
    expect(answer.headers.vary).toContain("Origin");
  }
  expect(answers[3]?.headers["access-control-allow-methods"]).toBe(shared && "GET, HEAD");
  expect(answers[0]?.headers["access-control-expose-headers"]).toBe(
    shared && "Age, Cache-Status, Content-Location, ETag, Retry-After",
  );
});

test("every answer tells browsers to take it for what it is", async () => {
  const { ask } = await startedAndWatched();

  for (const path of [newest, "/", "/nothing", "/livez", "/api/v1/pipelines"]) {
    const { headers } = await ask(path);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  }
});

test("a name of another site that points to this machine is refused", async () => {
  const { ask, served } = await startedAndWatched();
  const { port } = new URL(served.address);
  const status = async (host: string) => (await ask(newest, { headers: { Host: host } })).status;

  expect(await status(`localhost:${port}`)).toBe(200);
  expect(await status(`[::1]:${port}`)).toBe(200);
  expect(await status(`evil.example:${port}`)).toBe(421);
  expect(await status("localhost.evil.example")).toBe(421);
  // As a proxy asks that names its upstream.
  expect((await ask(newest, { headers: { Host: "gateways" } })).json()["detail"]).toBe(
    'the gateway does not answer for the host "gateways"; set PUBLIC_URL to the address that clients use, and let a proxy in front hand on their Host',
  );
});

test("headers that a proxy would set change nothing", async () => {
  const { ask } = await startedAndWatched();
  const plain = await ask("/api/v1/pipelines/credit/features");

  const forged = await ask("/api/v1/pipelines/credit/features", {
    headers: {
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
      "X-Original-URL": "/secret",
    },
  });

  expect(forged.body).toEqual(plain.body);
  expect(forged.headers.etag).toBe(plain.headers.etag);
});

test("a link in the store is not followed, neither as a file nor as a folder on the way", async () => {
  const folder = temporaryFolder();
  const outside = temporaryFolder();
  await publish(outside, { ...plan, run: "b" });
  await publish(folder, plan);
  await symlink(join(outside, "runs/credit/b"), join(folder, "runs/credit/b"));
  const { ask } = await startGateway(folder, { catalog: "scan" });

  expect((await ask("/api/v1/pipelines/credit/runs/a")).status).toBe(200);
  expect((await ask("/api/v1/pipelines/credit/runs/b")).status).toBe(404);
});

test("what is no request at all is answered with 400 and the connection closed", async () => {
  const { served, ask } = await startedAndWatched();
  const { port } = new URL(served.address);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () =>
      socket.end("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
    );
    let text = "";
    socket.on("data", (data) => (text += String(data)));
    socket.on("close", () => resolve(text));
  });

  expect(answer).toMatch(/^HTTP\/1.1 400/);
  expect((await ask("/livez")).status).toBe(200);
});

test("headers that are too large are refused", async () => {
  const { ask } = await startedAndWatched();

  expect((await ask(newest, { headers: { Cookie: "a".repeat(20_000) } })).status).toBe(431);
});
