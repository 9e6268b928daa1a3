import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readConfig } from "../../src/config/read-config.js";
import { FastPath } from "../../src/http/fast-path.js";
import { Signing } from "../../src/signing/signing.js";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { mountedSecret } from "../support/mounted-secret.js";
import { ask as askAny, startGateway } from "../support/start-gateway.js";
import { listening, startProgram } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const entry = (name: string, token: string, pipelines = ""): string => `${name}:${sha256(token)}${pipelines}`;
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const [old, fresh] = [entry("console", "old-token"), entry("console", "fresh-token")];
const risk = entry("risk", "token-of-risk", ":credit");
const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";

/** Whether the address of a picture was signed with a key. */
function isSignedWith(key: string, address: string): boolean {
  const [, , expires = "", signature = "", pipelineKey = "", run = "", featureKey = ""] = address.split("/");
  const picture = { pipelineKey, run, featureKey, expires: Number(expires) };
  return new Signing([key]).isGood(signature, picture);
}

/** A gateway whose lists come from files, and whose streams no heartbeat would end. */
async function started(environment: Record<string, string>) {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = temporaryFolder();
  await publish(folder, { run: "a", pipeline: "credit", features: [{ name: "age" }] });
  await publish(folder, { run: "b", pipeline: "fraud", features: [{ name: "age" }] });
  const { accessTokens, signingKeys, hookTokens, listFiles } = readConfig(environment);
  return { folder, ...(await startGateway(folder, { accessTokens, signingKeys, hookTokens, listFiles })) };
}

test("a token that is taken out of a mounted secret is refused without a restart, and a new one accepted", async () => {
  const secret = await mountedSecret({ tokens: `${old}\n${risk}\n` });
  const { ask, served, refresh, folder } = await started({ ACCESS_TOKENS_FILE: secret.pathOf("tokens") });
  const status = async (token: string) => (await ask(statistics, bearer(token))).status;
  const answered = vi.spyOn(FastPath.prototype, "answer");
  onTestFinished(() => answered.mockRestore());
  const withdrawn = await listenEvents(served.address, bearer("old-token"));
  const kept = await listenEvents(served.address, bearer("token-of-risk"));
  for (let i = 0; i < 3; i++) expect(await status("old-token")).toBe(200);
  expect(answered).toHaveLastReturnedWith(true);
  expect(await status("fresh-token")).toBe(401);

  await secret.change({ tokens: `${fresh}, ${risk}` });
  await eventually(async () => expect(await status("fresh-token")).toBe(200));

  expect(await status("old-token")).toBe(401);
  expect((await ask("/api/v1/events", bearer("old-token"))).status).toBe(401);
  expect(await status("token-of-risk")).toBe(200);
  await withdrawn.ended;
  expect(withdrawn.answer.complete).toBe(true);
  await publish(folder, { run: "c", pipeline: "credit" });
  await refresh();
  await eventually(() => expect(kept.events).toHaveLength(1));
  expect(withdrawn.events).toHaveLength(0);
});

test("a token that reaches other pipelines from now on shows those only, and its streams begin anew", async () => {
  const secret = await mountedSecret({ tokens: risk });
  const { ask, served } = await started({ ACCESS_TOKENS_FILE: secret.pathOf("tokens") });
  const status = async (pipeline: string) =>
    (await ask(`/api/v1/pipelines/${pipeline}/features`, bearer("token-of-risk"))).status;
  const stream = await listenEvents(served.address, bearer("token-of-risk"));
  for (let i = 0; i < 3; i++) expect([await status("credit"), await status("fraud")]).toEqual([200, 403]);

  await secret.change({ tokens: entry("risk", "token-of-risk", ":fraud") });
  await stream.ended;

  for (let i = 0; i < 3; i++) expect([await status("credit"), await status("fraud")]).toEqual([403, 200]);
});

test("a file that cannot be used locks nobody out: what was listed stays until it is good again, with a line each", async () => {
  const secret = await mountedSecret({ tokens: old });
  const path = secret.pathOf("tokens");
  const { ask, events } = await started({ ACCESS_TOKENS_FILE: path });
  const status = async (token: string) => (await ask(statistics, bearer(token))).status;
  const lines = () => events.filter(({ message }) => message.includes("list of secrets"));
  const half = fresh.slice(0, -7);
  const changes: [() => Promise<void>, RegExp][] = [
    [() => secret.change({ tokens: `${old} ${half}` }), /64 hex digits .* entry 2$/],
    [() => secret.change({ tokens: " \n" }), /at least one entry/],
    [() => secret.change({}), /can be read .*ENOENT/],
    [() => rm(path).then(() => mkdir(path)), /can be read .*no file/],
    [
      () => rm(path, { recursive: true }).then(() => writeFile(path, "x".repeat(2 ** 21))),
      /more than 1048576/,
    ],
  ];

  for (const [i, [change, reason]] of changes.entries()) {
    await change();
    await eventually(() => expect(lines()).toHaveLength(i + 1));
    const { level, fields } = lines()[i]!;
    expect([level, fields["variable"]]).toEqual(["warn", "ACCESS_TOKENS_FILE"]);
    expect(String(fields["error"])).toMatch(reason);
    expect([await status("old-token"), await status("fresh-token")]).toEqual([200, 401]);
  }

  await writeFile(path, old);
  await eventually(() => expect(lines()).toHaveLength(changes.length + 1));
  expect(await status("old-token")).toBe(200);
  await writeFile(path, fresh);
  await eventually(async () => expect(await status("fresh-token")).toBe(200));
  expect(await status("old-token")).toBe(401);
  expect(lines().map(({ level }) => level)).toEqual([...changes.map(() => "warn"), "info", "info"]);
  expect(JSON.stringify(lines(), (_key, value: unknown) => (value instanceof Error ? value.message : value)))
    // Neither tokens nor hashes of them.
    .not.toMatch(/-token|[0-9a-f]{50}/);
});

test("a file that is being written is not taken for all that it will hold", async () => {
  const path = join(temporaryFolder(), "tokens");
  await writeFile(path, old);
  const { ask } = await started({ ACCESS_TOKENS_FILE: path });
  const status = async (token: string) => (await ask(statistics, bearer(token))).status;

  // The first entry is there, the second not yet; each look finds more than the one before.
  for (let i = 0; i < 40; i++) {
    await writeFile(path, `${fresh}\n${"\n".repeat(i)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([await status("old-token"), await status("fresh-token")]).toEqual([200, 401]);
  }
  await writeFile(path, `${fresh}\n${old}`);
  await eventually(async () => expect(await status("fresh-token")).toBe(200));
  expect(await status("old-token")).toBe(200);
});

test("a signing key that is put first signs, and one that is taken out opens nothing any more", async () => {
  const [old, fresh] = ["an-old-key-for-signing", "a-new-key-for-signing"] as const;
  const secret = await mountedSecret({ keys: old });
  const { ask } = await started({ SIGNING_KEYS_FILE: secret.pathOf("keys") });
  const sign = async () =>
    String((await ask("/api/v1/pipelines/credit/runs/a/features/age/signed")).json()["address"]);
  const before = await sign();
  expect([isSignedWith(old, before), (await ask(before)).status]).toEqual([true, 200]);

  await secret.change({ keys: `${fresh}\n${old}` });
  const both = await eventually(async () => {
    const address = await sign();
    expect(isSignedWith(fresh, address)).toBe(true);
    return address;
  });
  expect([(await ask(before)).status, (await ask(both)).status]).toEqual([200, 200]);

  await secret.change({ keys: fresh });
  await eventually(async () => expect((await ask(before)).status).toBe(403));
  expect((await ask(both)).status).toBe(200);
});

test("secrets of hooks change in the same way, and a short one is refused", async () => {
  const secrets = ["the-first-secret-of-hooks", "the-second-secret-of-hooks"];
  const secret = await mountedSecret({ hooks: secrets[0]! });
  const { ask, events } = await started({ HOOK_TOKENS_FILE: secret.pathOf("hooks") });
  const hint = async (token: string) =>
    (await ask("/hooks/refresh", { method: "POST", ...bearer(token) })).status;
  expect([await hint(secrets[0]!), await hint(secrets[1]!)]).toEqual([202, 401]);

  await secret.change({ hooks: "the-second" });
  await eventually(() =>
    expect(events.some(({ fields }) => fields["variable"] === "HOOK_TOKENS_FILE")).toBe(true),
  );
  expect([await hint(secrets[0]!), await hint("the-second")]).toEqual([202, 401]);
  await secret.change({ hooks: secrets[1]! });
  await eventually(async () => expect(await hint(secrets[1]!)).toBe(202));
  expect(await hint(secrets[0]!)).toBe(401);
});

test("the program follows its files, while what its environment says stays, and it says which", async () => {
  const secret = await mountedSecret({ tokens: old, hooks: "the-first-secret-of-hooks" });
  const environment = {
    STORE: temporaryFolder(),
    PORT: "0",
    ACCESS_TOKENS_FILE: secret.pathOf("tokens"),
    HOOK_TOKENS: "a-secret-of-the-environment",
    HOOK_TOKENS_FILE: secret.pathOf("hooks"),
  };
  const check = startProgram(environment, "--check");
  await check.ended;
  expect(check.out()).toMatch(/^follows +ACCESS_TOKENS_FILE$/m);

  const program = startProgram(environment);
  const address = await listening(program);
  const status = async (token: string) => (await askAny(address, "/metrics", bearer(token))).status;
  expect(await status("old-token")).toBe(200);
  await secret.change({ tokens: fresh, hooks: "the-second-secret-of-hooks" });
  await eventually(async () => expect(await status("old-token")).toBe(401));
  expect(await status("fresh-token")).toBe(200);
  const hint = (token: string) => askAny(address, `/hooks/refresh/${token}`, { method: "POST" });
  expect((await hint("the-second-secret-of-hooks")).status).toBe(401);
  expect((await hint("a-secret-of-the-environment")).status).toBe(202);
  expect(program.out()).not.toMatch(/secret-of|-token|[0-9a-f]{50}/);
});
