import { writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { giving, startContainerEndpoint } from "../../../gateway/test/support/servers/container-endpoint.js";
import { freePorts } from "../../../gateway/test/support/servers/free-ports.js";
import { startInstanceEndpoint } from "../../../gateway/test/support/servers/instance-endpoint.js";
import { CredentialsError } from "../../src/credentials/credentials-error.js";
import { fetchKeys } from "../../src/credentials/fetch-keys.js";
import type { KeySource } from "../../src/credentials/store-credentials.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();
const keys = {
  AccessKeyId: "ASIA-a-key",
  SecretAccessKey: "a-secret-that-must-not-show",
  Token: "a-session-that-must-not-show",
  Expiration: "2026-11-29T18:00:00Z",
};

async function started(token: string, more: Partial<Extract<KeySource, { type: "container" }>> = {}) {
  const endpoint = await startContainerEndpoint(keys, token);
  const source = {
    type: "container" as const,
    address: new URL(endpoint.address),
    token,
    tokenFile: null,
    ...more,
  };
  return { endpoint, source, get: (deadlineMs = 10_000) => fetchKeys(source, deadlineMs) };
}

/** What a promise fails with, in words that hold no secret. */
async function faultOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(CredentialsError);
  expect(String((error as Error).stack)).not.toMatch(/must-not-show|a-token|v1\/credentials/);
  expect(error).not.toHaveProperty("cause");
  return (error as Error).message;
}

test("a container's endpoint gives keys to who shows its token", async () => {
  const { get } = await started("a-token");

  expect(await get()).toEqual({
    accessKey: "ASIA-a-key",
    secretKey: "a-secret-that-must-not-show",
    sessionToken: "a-session-that-must-not-show",
    ends: Date.parse("2026-11-29T18:00:00Z"),
  });
});

test("its token is read from the file for each call, as it changes", async () => {
  const tokenFile = join(folder, "token");
  const { endpoint, get } = await started("a-token-of-now", { token: "a-token-not-used", tokenFile });
  writeFileSync(tokenFile, "a-token-of-now");
  expect(await get()).toMatchObject({ accessKey: "ASIA-a-key" });

  endpoint.tokens = new Set(["a-token-of-later"]);
  expect(await faultOf(get())).toMatch(
    /^expected keys from http:\/\/127\.0\.0\.1:\d+, found: 403 AccessDenied$/,
  );
  writeFileSync(tokenFile, "a-token-of-later\n");
  expect(await get()).toMatchObject({ accessKey: "ASIA-a-key" });
});

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ["hangs", () => undefined, /found: no answer in time$/],
  [
    "stands still",
    (response) => void response.writeHead(200).write(`{"AccessKeyId":`),
    /found: no answer in time$/,
  ],
  ["breaks off", (response) => void response.destroy(), /found: UND_ERR_SOCKET$/],
  ["refuses without a word", (response) => void response.writeHead(500).end(), /found: 500$/],
  ["sends elsewhere", (response) => void response.writeHead(302, { Location: "/" }).end(), /found: /],
  [
    "says no JSON",
    (response) => void response.end(JSON.stringify(keys).slice(0, -9)),
    /an answer without AccessKeyId/,
  ],
  ["says another JSON", (response) => void response.end("null"), /an answer without AccessKeyId/],
  ["says no end", giving({ ...keys, Expiration: "soon" }), /Token or Expiration$/],
  ["says too much", (response) => void response.end("x".repeat(100_000)), /found: 200 and too much$/],
])("an endpoint that %s is told for what it is, and its connection ends", async (_what, answer, fault) => {
  const { endpoint, get } = await started("a-token");
  endpoint.answer = answer;

  expect(await faultOf(get(300))).toMatch(fault);
  await expect.poll(() => endpoint.open).toBe(0);
});

test("one that is not there, or a token that is not, is told", async () => {
  const { source } = await started("a-token");
  const [port] = await freePorts(1);
  const nowhere = { ...source, address: new URL(`http://127.0.0.1:${port}/v1/credentials`) };

  expect(await faultOf(fetchKeys(nowhere, 1000))).toBe(
    `expected keys from http://127.0.0.1:${port}, found: ECONNREFUSED`,
  );
  expect(await faultOf(fetchKeys({ ...source, tokenFile: "/nowhere" }, 1000))).toBe(
    "expected a token to get keys with at /nowhere, found: ENOENT",
  );
});

test("EC2's metadata service gives keys of the machine's role for a token of its own", async () => {
  const endpoint = await startInstanceEndpoint(keys);
  const source = { type: "instance" as const, address: new URL(endpoint.address) };

  expect(await fetchKeys(source, 10_000)).toEqual({
    accessKey: "ASIA-a-key",
    secretKey: "a-secret-that-must-not-show",
    sessionToken: "a-session-that-must-not-show",
    ends: Date.parse("2026-11-29T18:00:00Z"),
  });
  const roles = "/latest/meta-data/iam/security-credentials/";
  expect(endpoint.asked).toEqual(["PUT /latest/api/token", `GET ${roles}`, `GET ${roles}feature+reader`]);

  endpoint.role = null;
  expect(await faultOf(fetchKeys(source, 10_000))).toMatch(/found: 404$/);
  endpoint.role = "<html>";
  expect(await faultOf(fetchKeys(source, 10_000))).toMatch(/found no name of a role$/);
  endpoint.role = "reader";
  endpoint.keys = { Code: "AssumeRoleUnauthorizedAccess" };
  expect(await faultOf(fetchKeys(source, 10_000))).toMatch(/an answer without AccessKeyId/);
});

test("a metadata service is given up after one time limit for all of its calls", async () => {
  const endpoint = await startInstanceEndpoint(keys);
  const source = { type: "instance" as const, address: new URL(endpoint.address) };
  endpoint.delayMs = 200;

  expect(await faultOf(fetchKeys(source, 300))).toMatch(/found: no answer in time$/);
  expect(await fetchKeys(source, 10_000)).toMatchObject({ accessKey: "ASIA-a-key" });
});
