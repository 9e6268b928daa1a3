import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { freePorts } from "../../../../../gateway/test/support/servers/free-ports.js";
import { RealRedis } from "../../../../../gateway/test/support/servers/redis.js";
import { readRedisAddress } from "../../../../src/dataset/download/redis/redis-address.js";
import { RedisLink } from "../../../../src/dataset/download/redis/redis-link.js";
import { temporaryFolder } from "../../../temporary-folder.js";
import { numbersOf, withDataset } from "../../read-columns.js";
import { startCuttingProxy } from "../cutting-proxy.js";
import { testRedis } from "./redis-server.js";

const SECRET = "correct horse";
const folder = temporaryFolder();
const { isHere, client, port: serverPort, at } = await testRedis();

const secretive = (port: number): string => `redis://:${encodeURIComponent(SECRET)}@127.0.0.1:${port}`;

/** A server for the calling test. */
async function ofServer(...options: string[]): Promise<RealRedis> {
  const own = await RealRedis.start(...options);
  onTestFinished(() => own.stop());
  return own;
}

/** What a failed reading tells; nothing may stay behind, and nobody may be told the password. */
async function faultOf(
  source: string,
  environment: Record<string, string> = { REDIS_PASSWORD: SECRET },
): Promise<string> {
  const own = mkdtempSync(join(folder, "temporary-"));
  vi.stubEnv("TMPDIR", own);
  const told = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  try {
    const error: Error & { code?: string } = await withDataset(source, { environment }, () =>
      Promise.reject(new Error("it was read")),
    ).catch((error: Error) => error);
    expect([error.message, error.code]).toEqual([error.message, "input-unreadable"]);
    expect(error.message).toMatch(/^Cannot read redis.*: expected .*found.*\. [A-Z].*[.?]$/s);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(SECRET);
    expect(inspect(told.mock.calls)).not.toContain(SECRET);
    expect(readdirSync(own)).toEqual([]);
    return error.message;
  } finally {
    told.mockRestore();
    vi.unstubAllEnvs();
  }
}

async function fill(rows: number): Promise<void> {
  const pipeline = client.pipeline();
  for (let i = 0; i < rows; i++) pipeline.hset(`features:${i}`, { a: String(i) });
  await pipeline.exec();
}

describe.skipIf(!isHere)("faults of Redis", () => {
  test("no server there", async () => {
    const [port] = await freePorts(1);
    expect(await faultOf(secretive(port!))).toMatch(
      /expected a server that answers, found: .*ECONNREFUSED.*\. Check host, port and network/,
    );
  });

  test("no host of that name", async () => {
    expect(await faultOf("redis://no-such-host.invalid")).toMatch(
      /expected a server that answers, found: .*(ENOTFOUND|EAI_AGAIN)/,
    );
  });

  test("a server that accepts connections and says nothing is left after a while", async () => {
    const own = await ofServer();
    await own.suspend();
    const patience = { connect: 300, silence: 300, waits: [1, 1] };
    const link = new RedisLink(readRedisAddress(secretive(own.port), {}), patience);
    await expect(link.ask([["TYPE", "x"]])).rejects.toThrow(
      "expected a server that answers, found: Socket timeout",
    );
    link.close();
  });

  test("a server that encrypts nothing, where that is asked for", async () => {
    const patience = { connect: 300, silence: 300, waits: [] };
    const link = new RedisLink(readRedisAddress(`rediss://127.0.0.1:${serverPort}`, {}), patience);
    await expect(link.ask([["TYPE", "x"]])).rejects.toThrow("write redis:// where nothing is encrypted.");
  });

  test("a password is needed, and there is none or a wrong one", async () => {
    const own = await ofServer("--requirepass", "another");
    const at = `redis://127.0.0.1:${own.port}`;
    expect(await faultOf(at, {})).toContain(
      "expected no password to be needed, found: NOAUTH Authentication required. Set REDIS_PASSWORD",
    );
    expect(await faultOf(at)).toMatch(
      /expected a user and password that it accepts, found: WRONGPASS .*Correct REDIS_PASSWORD/,
    );
    expect(await faultOf(secretive(own.port))).toContain("WRONGPASS");
  });

  test("a user who may only read some keys is enough, and is told where they may not", async () => {
    await client.call("ACL", "SETUSER", "reader", "on", `>${SECRET}`, "~features:*", "+@read", "+scan");
    await client.call("ACL", "SETUSER", "nobody", "on", `>${SECRET}`, "~*", "-@all");
    onTestFinished(async () => void (await client.call("ACL", "DELUSER", "reader", "nobody")));
    await fill(100);
    await client.hset("other:1", { a: "1" });
    const of = (user: string) => ({ REDIS_USERNAME: user, REDIS_PASSWORD: SECRET });
    for (const features of [undefined, ["a"]]) {
      const options = { environment: of("reader"), ...(features && { features }) };
      const read = withDataset(at("/0?match=features:*"), options, (dataset) => numbersOf(dataset, "a"));
      expect(await read).toHaveLength(100);
    }

    const grant = "Grant the user +@read and the keys of the pattern, or narrow the pattern with match=.";
    expect(await faultOf(at("/0?match=*"), of("reader"))).toMatch(
      /leave to read these keys, found: NOPERM .*/,
    );
    expect(await faultOf(at("/0?match=features:*"), of("nobody"))).toContain(grant);
  });

  test("a password that nobody asked for is no fault", async () => {
    await fill(1);
    const told = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const options = { environment: { REDIS_PASSWORD: SECRET } };
    const read = withDataset(at(), options, (dataset) => numbersOf(dataset, "a"));
    expect(await read).toEqual([0]);
    told.mockRestore();
  });

  test("no such database, and no key that matches", async () => {
    await fill(1);
    expect(await faultOf(at("/99"))).toMatch(/expected a database that it has, found: ERR DB index/);
    expect(await faultOf(at("/0?match=faetures:*"))).toContain(
      "expected hashes, or strings that hold a JSON object, found no key that matches faetures:*. Correct match=",
    );
  });

  test("keys that hold no rows", async () => {
    await client.sadd("a", "1");
    await client.set("b", "[]");
    expect(await faultOf(at())).toContain(
      "found keys left out: 1 of type set, 1 strings without a JSON object. Correct match=",
    );
  });

  test("a server that loads its data is waited for a while", async () => {
    const own = await ofServer("--key-load-delay", "2000", "--loading-process-events-interval-bytes", "1024");
    const filling = new Redis(own.port, { protocol: 2 });
    const pipeline = filling.pipeline();
    for (let i = 0; i < 1000; i++) pipeline.hset(`features:${i}`, { a: String(i) });
    await pipeline.exec();
    await filling.save();
    filling.disconnect();
    await own.kill();
    await own.start();
    const address = readRedisAddress(`redis://127.0.0.1:${own.port}`, {});

    const hasty = new RedisLink(address, { connect: 1000, silence: 1000, waits: [1] });
    await expect(hasty.ask([["TYPE", "x"]])).rejects.toThrow(
      /expected a server that has its data in memory, found: LOADING .*Wait until it has loaded them/,
    );
    const patient = new RedisLink(address, {
      connect: 1000,
      silence: 1000,
      waits: Array.from({ length: 100 }, () => 200),
    });
    expect(await patient.ask([["TYPE", "features:1"]])).toEqual([Buffer.from("hash")]);
    patient.close();
  });

  test("connections lost while keys are listed and rows are read are made anew, and nothing is missing", async () => {
    await fill(20_000);
    const proxy = await startCuttingProxy(serverPort);
    proxy.cuts = [100_000, 600_000, 100_000];
    const source = `redis://127.0.0.1:${proxy.port}/0?match=features:*`;

    const read = await withDataset(source, {}, (dataset) => numbersOf(dataset, "a"));
    expect(read.toSorted((a, b) => a! - b!)).toEqual(Array.from({ length: 20_000 }, (_, i) => i));
    expect(proxy.connections).toBe(4);
  });

  test("a connection that is lost again and again is one error", async () => {
    await fill(20_000);
    const proxy = await startCuttingProxy(serverPort);
    proxy.cuts = [600_000, 100, 100, 100, 100, 100];

    expect(await faultOf(`redis://127.0.0.1:${proxy.port}`)).toMatch(
      /expected a server that answers, found: /,
    );
    expect(proxy.connections).toBe(4);
  });

  test("a server that is emptied meanwhile is an error, not a small part of the rows", async () => {
    await fill(20_000);
    const proxy = await startCuttingProxy(serverPort);
    proxy.cuts = [520_000];
    proxy.onCut = () => client.flushall();

    expect(await faultOf(`redis://127.0.0.1:${proxy.port}`)).toMatch(
      /expected keys to stay while they are read, found \d+ gone and \d+ left\. Try again; was the server emptied/,
    );
  });
});
