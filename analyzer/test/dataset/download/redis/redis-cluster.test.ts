import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePorts } from "../../../../../gateway/test/support/servers/free-ports.js";
import { obtain } from "../../../../../gateway/test/support/servers/obtain.js";
import { RealRedis } from "../../../../../gateway/test/support/servers/redis.js";
import { levelsOf, numbersOf, withDataset } from "../../read-columns.js";

const SLOTS = 16_384;
const MASTERS = 3;
const PASSWORD = "of the cluster";
const environment = { REDIS_PASSWORD: PASSWORD };

/** Three masters that share all slots. */
async function startCluster(): Promise<RealRedis[]> {
  const ports = await freePorts(MASTERS);
  const servers = await Promise.all(
    // Of its own accord the port for the others would be 10,000 higher, which may be none.
    ports.map((port) =>
      RealRedis.start(
        "--cluster-enabled",
        "yes",
        "--cluster-port",
        String(port),
        "--requirepass",
        PASSWORD,
        "--masterauth",
        PASSWORD,
      ),
    ),
  );
  const clients = servers.map(({ port }) => new Redis(port, { password: PASSWORD, protocol: 2 }));
  for (const [i, client] of clients.entries()) {
    const first = Math.ceil((i * SLOTS) / MASTERS);
    await client.call("CLUSTER", "ADDSLOTSRANGE", first, Math.ceil(((i + 1) * SLOTS) / MASTERS) - 1);
    await client.call("CLUSTER", "MEET", "127.0.0.1", servers[0]!.port, ports[0]!);
  }
  for (const client of clients) {
    for (let i = 0; !(await client.cluster("INFO")).includes("cluster_state:ok"); i++) {
      if (i === 200) throw new Error("the cluster did not form");
      await wait(100);
    }
    client.disconnect();
  }
  return servers;
}

const servers = (await obtain("Redis", startCluster)) ?? [];
const port = servers[0]?.port ?? 0;
const own = await obtain("Redis", () => RealRedis.start());

afterAll(() => Promise.all([...servers, ...(own === null ? [] : [own])].map((server) => server.stop())));

describe.skipIf(servers.length === 0)("a cluster of Redis", () => {
  beforeAll(async () => {
    const { Cluster } = await import("ioredis");
    const client = new Cluster([{ host: "127.0.0.1", port }], {
      redisOptions: { password: PASSWORD, protocol: 2 },
    });
    for (let i = 0; i < 3000; i++) await client.hset(`features:${i}`, { a: i, key: `features:${i}` });
    for (let i = 0; i < 30; i++) await client.set(`features:text ${i}`, "no object");
    client.disconnect();
  });

  test("keys of all its masters are read, each once, and others are counted", async () => {
    const source = `redis://127.0.0.1:${port}?match=features:*&cluster=true&key=id`;
    const options = { environment };
    const [numbers, ids, notes] = await withDataset(source, options, async (dataset) => [
      await numbersOf(dataset, "a"),
      await levelsOf(dataset, "id"),
      dataset.notes,
    ]);
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 3000 }, (_, i) => i),
    );
    expect(ids).toHaveLength(3000);
    expect(notes).toEqual(["keys left out: 30 strings without a JSON object"]);
  });

  test("a user who may read some keys, and ask which slots lie where, is enough", async () => {
    const rights = ["~features:*", "+@read", "+cluster|slots", "+cluster|nodes"];
    for (const server of servers) {
      const client = new Redis(server.port, { password: PASSWORD, protocol: 2 });
      await client.call("ACL", "SETUSER", "reader", "on", `>${PASSWORD}`, ...rights);
      client.disconnect();
    }
    const source = `redis://reader@127.0.0.1:${port}?match=features:*&cluster=true`;
    const options = { environment, features: ["a"] };
    const read = withDataset(source, options, (dataset) => Promise.resolve(dataset.rows));
    expect(await read).toBe(3000);
  });

  test("one of its servers alone is refused, as it has only a part of the keys", async () => {
    for (const match of ["features:*", "absent:*", "{features}:*", "*"]) {
      const read = withDataset(`redis://127.0.0.1:${port}/0?match=${match}`, { environment }, () =>
        Promise.resolve(),
      );
      await expect(read).rejects.toThrow(
        /expected all keys in one server, or a whole cluster with cluster=true, found: MOVED .*\. Add cluster=true/,
      );
    }
  });

  test.each([
    ["without a password", {}, /NOAUTH.*Set REDIS_PASSWORD/],
    ["with a wrong one", { REDIS_PASSWORD: "wrong one" }, /WRONGPASS.*Correct REDIS_PASSWORD/],
  ])("%s, it says so", async (_, wrong, expected) => {
    const source = `redis://127.0.0.1:${port}?cluster=true`;
    const read = withDataset(source, { environment: wrong }, () => Promise.resolve());
    await expect(read).rejects.toThrow(expected);
  });

  test("a server that is no cluster is told as one", async () => {
    const read = withDataset(`redis://127.0.0.1:${own!.port}?cluster=true`, {}, () => Promise.resolve());
    await expect(read).rejects.toThrow(/expected a cluster, found: .*\. Leave cluster=true out\.$/);
  });

  test("while slots move, keys could be missing: that is an error, and gone when they have moved", async () => {
    const [from, to] = [servers[0]!, servers[1]!].map(
      (server) => new Redis(server.port, { password: PASSWORD, protocol: 2 }),
    );
    const ids = [await from!.cluster("MYID"), await to!.cluster("MYID")];
    await from!.call("CLUSTER", "SETSLOT", 7, "MIGRATING", ids[1]!);
    await to!.call("CLUSTER", "SETSLOT", 7, "IMPORTING", ids[0]!);
    const source = `redis://127.0.0.1:${port}?match=features:*&cluster=true`;
    const read = () => withDataset(source, { environment }, (dataset) => Promise.resolve(dataset.rows));
    await expect(read()).rejects.toThrow(
      "expected a cluster at rest, found: slots that move from one server to another. Try again",
    );
    for (const client of [from!, to!]) {
      await client.call("CLUSTER", "SETSLOT", 7, "STABLE");
      client.disconnect();
    }
    expect(await read()).toBe(3000);
  });

  test("a cluster that lacks a server is an error, not a part of the rows", async () => {
    await servers[2]!.kill();
    const source = `redis://127.0.0.1:${port}?match=features:*&cluster=true`;
    const read = withDataset(source, { environment }, (dataset) => Promise.resolve(dataset.rows));
    await expect(read).rejects.toThrow(/^Cannot read redis:.*expected .*, found: .*\. [A-Z]/);
    await servers[2]!.start();
  });
});
