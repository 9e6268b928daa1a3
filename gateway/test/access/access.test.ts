import { createHash } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { FastPath } from "../../src/http/fast-path.js";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const all = { Authorization: "Bearer token-of-the-console" };
const some = { Authorization: "Bearer token-of-the-risk-team" };
const accessTokens = [
  { name: "console", sha256: sha256("token-of-the-console"), pipelines: null },
  { name: "risk", sha256: sha256("token-of-the-risk-team"), pipelines: new Set(["credit"]) },
];

async function started() {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", pipeline: "credit", features: [{ name: "age", mean: 1 }] });
  await publish(folder, {
    run: "b",
    pipeline: "fraud",
    features: [{ name: "age", mean: 2 }, { name: "own" }],
  });
  const at = Date.now();
  const settings = { accessTokens, corsOrigins: ["https://a.example"], now: () => at };
  return { folder, ...(await startGateway(folder, settings)) };
}

const guarded = [
  "/",
  "/metrics",
  "/nothing",
  "/api/v1/pipelines",
  "/api/v1/features",
  "/api/v1/features/age/stats",
  "/api/v1/pipelines/credit/features",
  "/api/v1/pipelines/credit/features/age/statistics.json",
  "/api/v1/pipelines/credit/features/age/history",
  "/api/v1/pipelines/credit/runs",
  "/api/v1/pipelines/credit/runs/a",
  "/api/v1/pipelines/credit/runs/a/features/age/chart.png",
  "/api/v1/events",
];

test("who has no token, or another, sees nothing, also where it was just shown to someone", async () => {
  const { ask } = await started();
  for (const path of guarded.filter((path) => path !== "/api/v1/events")) {
    for (let i = 0; i < 2; i++) await ask(path, { headers: all });
  }
  for (const path of guarded) {
    for (const authorization of [
      undefined,
      "",
      "Bearer",
      "Bearer x",
      "Basic token-of-the-console",
      `Bearer ${sha256("token-of-the-console")}`,
    ]) {
      const headers: Record<string, string> =
        authorization === undefined ? {} : { Authorization: authorization };
      const answer = await ask(path, { headers });

      expect([path, authorization, answer.status]).toEqual([path, authorization, 401]);
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
      expect(answer.text).not.toContain("credit");
    }
  }
});

test("probes, the elements and the meaning of problems are for everyone", async () => {
  const { ask } = await started();

  for (const path of ["/livez", "/readyz", "/page/board.css", "/problems/forbidden"]) {
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  }
  expect((await ask("/elements/featurescope.js")).status).toBe(404);
});

test("a token that reaches some pipelines sees those only, wherever they could show", async () => {
  const { ask } = await started();
  const get = (path: string) => ask(path, { headers: some });

  expect((await get("/api/v1/pipelines/credit/features/age/statistics.json")).json()["mean"]).toBe(1);
  for (const path of [
    "fraud/features",
    "fraud/features/age/history",
    "fraud/runs/b",
    "none/features",
    "fraud%20/runs",
  ]) {
    const answer = await get(`/api/v1/pipelines/${path}`);
    expect([path, answer.status, answer.json()["type"]]).toEqual([path, 403, "/problems/forbidden"]);
  }
  expect((await get("/api/v1/pipelines")).json()["pipelines"]).toHaveLength(1);
  expect((await get("/api/v1/features/age/stats")).json()["mean"]).toBe(1);
  expect((await get("/api/v1/features/own/stats")).status).toBe(404);
  expect((await get("/")).text).not.toContain("fraud");
  expect((await get("/?pipeline=fraud")).status).toBe(403);
  expect((await get("/metrics")).status).toBe(403);
});

test("what one may see is not shown to another by way of the fast path, nor the other way round", async () => {
  const { ask } = await started();
  const pipelines = async (headers: Record<string, string>) =>
    ((await ask("/api/v1/pipelines", { headers })).json()["pipelines"] as unknown[]).length;
  const stats = async (headers: Record<string, string>) =>
    (await ask("/api/v1/features/age/stats", { headers })).status;
  const fraud = async (headers: Record<string, string>) =>
    (await ask("/api/v1/pipelines/fraud/features", { headers })).status;

  for (let round = 0; round < 3; round++) {
    expect(await pipelines(some)).toBe(1);
    expect(await pipelines(all)).toBe(2);
    expect(await stats(some)).toBe(200);
    expect(await stats(all)).toBe(409);
    expect(await fraud(all)).toBe(200);
    expect(await fraud(some)).toBe(403);
  }
});

test("known tokens are answered by the fast path, as the long way would", async () => {
  const { ask } = await started();
  const answered = vi.spyOn(FastPath.prototype, "answer");
  onTestFinished(() => answered.mockRestore());
  for (const headers of [all, some]) {
    for (const path of [
      "/api/v1/pipelines/credit/features",
      "/api/v1/pipelines/credit/runs/a/features/age/chart.png",
    ]) {
      await ask(path, { headers });
      const long = await ask(`${path}?`, { headers });
      const fast = await ask(path, { headers });

      expect(answered).toHaveLastReturnedWith(true);
      expect([fast.status, fast.body]).toEqual([long.status, long.body]);
      expect({ ...fast.headers, date: "" }).toEqual({ ...long.headers, date: "" });
    }
  }
});

test("no shared cache may keep what is for some only", async () => {
  const { ask } = await started();

  const caching = async (path: string, headers: Record<string, string> = all) =>
    (await ask(path, { headers })).headers["cache-control"];

  expect(await caching("/api/v1/pipelines/credit/runs/a")).toBe("private, max-age=31536000, immutable");
  for (const path of guarded
    .slice(3)
    .filter((path) => !path.includes("/runs/") && !path.endsWith("/events"))) {
    expect([path, await caching(path, some)]).toEqual([path, "private, no-cache"]);
  }
  expect(await caching("/openapi.json", {})).toBe("no-cache");
});

test("events tell a client of its pipelines only, and its token is its name for limits", async () => {
  const { folder, served, refresh } = await started();
  const client = await listenEvents(served.address, { headers: some });
  const other = await listenEvents(served.address, { headers: all });

  await publish(folder, { run: "c", pipeline: "fraud" });
  await publish(folder, { run: "d", pipeline: "credit" });
  await refresh();
  await eventually(() => expect(other.events).toHaveLength(2));
  await eventually(() => expect(client.events).toHaveLength(1));

  expect(client.events[0]?.data["run"]).toBe("d");
});

test("a page of an allowed origin may ask with its token", async () => {
  const { ask } = await started();
  const headers = {
    Origin: "https://a.example",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "authorization",
  };

  const preflight = await ask("/api/v1/pipelines", { method: "OPTIONS", headers });
  const refused = await ask("/api/v1/pipelines", { headers: { Origin: "https://a.example" } });

  expect(preflight.status).toBe(204);
  expect(preflight.headers["access-control-allow-headers"]).toContain("Authorization");
  expect([refused.status, refused.headers["access-control-allow-origin"]]).toEqual([
    401,
    "https://a.example",
  ]);
});
