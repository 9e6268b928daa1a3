import { request } from "node:http";
import { expect, test, vi } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { countingStore } from "../support/counting-store.js";
import { eventually } from "../support/eventually.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

const token = "a-token-of-sixteen-characters";
const newest = "/api/v1/pipelines/credit/features/age/statistics.json";

async function started(settings = {}) {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  const store = countingStore(directoryStore(folder));
  const gateway = await startGateway(folder, { store, ...settings });
  return { ...gateway, folder, store };
}

test("a hint makes the gateway look at once: a published run is served without waiting for the next look", async () => {
  const { ask, folder } = await started();
  await publish(folder, { run: "b", ...day(2), features: [{ name: "age", mean: 2 }] });

  const answer = await ask("/hooks/refresh", { method: "POST" });

  expect([answer.status, answer.headers["cache-control"]]).toEqual([202, "no-store"]);
  await eventually(async () => expect((await ask(newest)).json()["mean"]).toBe(2));
});

test.each([
  ["as a bearer", "/hooks/refresh", { Authorization: `Bearer ${token}` }, 202],
  ["as a bearer in lower case", "/hooks/refresh", { authorization: `bearer ${token}` }, 202],
  ["the second one, in the address", "/hooks/refresh/the-other-token-for-rotation", {}, 202],
  ["none", "/hooks/refresh", {}, 401],
  ["wrong", "/hooks/refresh", { Authorization: "Bearer a-token-of-sixteen-characterS" }, 401],
  ["too short", "/hooks/refresh", { Authorization: "Bearer a-token" }, 401],
  ["too long", `/hooks/refresh/${token}${token}`, {}, 401],
  ["both in one", `/hooks/refresh/${token}%20the-other-token-for-rotation`, {}, 401],
  ["as a password", "/hooks/refresh", { Authorization: `Basic ${token}` }, 401],
])("with tokens configured, a hint needs one: %s", async (_what, path, headers, status) => {
  const { ask, gateway } = await started({ hookTokens: [token, "the-other-token-for-rotation"] });
  const hint = vi.spyOn(gateway.refresher, "hint");

  const answer = await ask(path, { method: "POST", headers });

  expect(answer.status).toBe(status);
  expect(answer.headers["www-authenticate"]).toBe(status === 401 ? "Bearer" : undefined);
  expect(hint).toHaveBeenCalledTimes(status === 202 ? 1 : 0);
});

test.each([
  "{",
  '{"Records":[{"s3":{"bucket":{"name":"../other"}}}]}',
  "\u0000\u0001",
  "",
  "x".repeat(200_000),
])("whatever a hint says, it is not read", async (body) => {
  const { served, store } = await started();
  const before = store.lists;

  const status = await post(`${served.address}hooks/refresh`, body);
  await eventually(() => expect(store.lists - before).toBe(1));

  expect(status).toBe(202);
});

test("a body without end is cut off", async () => {
  const { served, ask } = await started();

  const outcome = await post(`${served.address}hooks/refresh`, "x".repeat(5_000_000)).catch(String);

  expect(String(outcome)).toMatch(/202|ECONNRESET|EPIPE|socket hang up/);
  expect((await ask("/livez")).status).toBe(200);
});

test("a hint is posted, not fetched by a link or a picture in a page", async () => {
  const { ask } = await started();

  expect((await ask("/hooks/refresh")).status).toBe(405);
});

function post(address: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { method: "POST", agent: false }, (answer) => {
      answer.resume();
      answer.on("error", reject);
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
