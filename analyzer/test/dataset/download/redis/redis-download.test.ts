import { describe, expect, test } from "vitest";
import { Database } from "../../../../src/dataset/database.js";
import { listKeys } from "../../../../src/dataset/download/redis/list-keys.js";
import { readRedisAddress } from "../../../../src/dataset/download/redis/redis-address.js";
import { RedisLink } from "../../../../src/dataset/download/redis/redis-link.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "../../read-columns.js";
import { testRedis } from "./redis-server.js";

const { isHere, client, at } = await testRedis();

/** All of a column `a`. */
function numbersAt(rest = ""): Promise<(number | null)[]> {
  return withDataset(at(rest), {}, (dataset) => numbersOf(dataset, "a"));
}

describe.skipIf(!isHere)("rows in Redis", () => {
  test("hashes have the columns of all, whichever key has them first; absent and empty fields are missing", async () => {
    await client.hset("f:1", { a: "1", note: 'x,\n"y"\r\n' });
    await client.hset("f:2", { a: "", late: "5" });
    await client.hset("f:3", { zero: "0", empty: "", note: "z", a: "3" });

    await withDataset(at("/0?match=f:*"), {}, async (dataset) => {
      expect(kindsOf(dataset)).toEqual({
        a: "numeric",
        note: "categorical",
        late: "numeric",
        empty: "unknown",
        zero: "numeric",
      });
      expect(await numbersOf(dataset, "a")).toEqual([1, null, 3]);
      expect(await numbersOf(dataset, "late")).toEqual([null, 5, null]);
      expect(await numbersOf(dataset, "zero")).toEqual([null, null, 0]);
      expect(await levelsOf(dataset, "note")).toEqual([
        ['x,\n"y"\r\n', 1],
        ["z", 1],
        [null, 1],
      ]);
      expect(dataset.notes).toEqual([]);
    });
  });

  test("of a hash in one field only, missing values are rows too", async () => {
    for (const [i, a] of ["", "1", ""].entries()) await client.hset(`f:${i}`, { a });

    expect(await numbersAt()).toEqual([null, 1, null]);
  });

  test("where features are asked for, only these are read; keys that lack them are rows, keys that vanished are not", async () => {
    await client.hset("f:1", { a: "1", b: "x" });
    await client.hset("f:2", { b: "y" });

    await withDataset(at(), { features: ["a", "c"] }, async (dataset) => {
      expect(dataset.columns).toEqual([{ name: "a", kind: "numeric" }]);
      expect(await numbersOf(dataset, "a")).toEqual([1, null]);
    });
    await withDataset(at(), { features: ["c"] }, async (dataset) => {
      expect(dataset.rows).toBe(2);
      expect(dataset.columns.map(({ name }) => name)).not.toContain("c");
      await Promise.resolve();
    });
  });

  test("JSON objects keep their types and whole numbers their digits, over several lines too", async () => {
    await client.set("f:1", '{"a": 9007199254740993,\n "b": true, "c": {"d": [1, 2]}}');
    await client.set("f:2", ' {"a": null, "t": "2026-01-31"} ');

    await withDataset(at(), {}, async (dataset) => {
      expect(kindsOf(dataset)).toMatchObject({ a: "numeric", b: "boolean", t: "datetime" });
      expect(await levelsOf(dataset, "c")).toHaveLength(2);
      expect(await numbersOf(dataset, "t")).toEqual([null, Date.parse("2026-01-31T00:00:00Z")]);
      expect(dataset.rows).toBe(2);
    });
  });

  test("a string with half a character is left out, and does not sink the others", async () => {
    await client.set("f:1", '{"a":"\\ud800"}');
    await client.set("f:2", '{"a":"\\ud83d\\ude00 \\\\ud800"}');

    await withDataset(at(), {}, async (dataset) => {
      expect(await levelsOf(dataset, "a")).toEqual([["😀 \\ud800", 1]]);
      expect(dataset.notes).toEqual(["keys left out: 1 strings without a JSON object"]);
    });
  });

  test.each([
    ["hashes", 3, 1],
    ["strings", 1, 3],
  ] as const)(
    "of a mixture, the %s are more and make the rows; all else is counted",
    async (_, hashes, strings) => {
      for (let i = 0; i < hashes; i++) await client.hset(`f:h${i}`, { a: "1" });
      for (let i = 0; i < strings; i++) await client.set(`f:s${i}`, '{"a":1}');
      await client.set("f:updated", "2026-11-29");
      await client.set("f:list", "[1]");
      await client.sadd("f:set", "x");
      await client.zadd("f:sorted", 1, "x");

      await withDataset(at("/0?match=f:*"), {}, async (dataset) => {
        expect(dataset.rows).toBe(3);
        const [note, ...others] = dataset.notes;
        expect(others).toEqual([]);
        expect(note).toMatch(/^keys left out: /);
        for (const part of ["2 strings without a JSON object", "1 of type set", "1 of type zset"])
          expect(note).toContain(part);
        expect(note).toMatch(hashes > strings ? /1 strings with JSON objects/ : /1 hashes/);
        await Promise.resolve();
      });
    },
  );

  test("values that are no text count as missing, and are told of with their fields", async () => {
    await client.hset("f:1", { a: "1", proto: Buffer.from([8, 0, 150, 1]), latin: Buffer.from([0xe9]) });
    await client.hset("f:2", { a: "2", proto: Buffer.from([255]), latin: "é" });
    await client.hset("f:3", Buffer.from([200, 1, 2, 3]), "x");

    await withDataset(at(), {}, async (dataset) => {
      expect(kindsOf(dataset)).toEqual({ a: "numeric", proto: "unknown", latin: "categorical" });
      expect(await levelsOf(dataset, "latin")).toEqual([
        [null, 2],
        ["é", 1],
      ]);
      expect(dataset.notes).toEqual([
        "values that are no UTF-8 text, such as protobuf, count as missing: latin (1), proto (2)",
        "values left out because the names of their fields are no UTF-8 text: 1",
      ]);
    });
  });

  test("a replacement character that was written as such is text", async () => {
    await client.hset("f:1", { a: "\uFFFD" });

    const read = withDataset(at(), {}, (dataset) => levelsOf(dataset, "a"));
    expect(await read).toEqual([["\uFFFD", 1]]);
  });

  test("the key becomes a column where that is asked for, of hashes and of JSON objects", async () => {
    for (const i of [2, 10, 1]) await client.hset(`h:${i}`, { a: String(i) });
    for (const [i, text] of ['{"a":1}', "{}", '{ "b": 2 }'].entries()) await client.set(`s:${i}`, text);

    for (const prefix of ["h", "s"]) {
      await withDataset(at(`?match=${prefix}:*&key=entity%20id`), {}, async (dataset) => {
        expect(dataset.columns.map(({ name }) => name)).toContain("entity id");
        const keys = await client.keys(`${prefix}:*`);
        expect(await levelsOf(dataset, "entity id")).toEqual(keys.sort().map((key) => [key, 1]));
      });
    }
    for (const prefix of ["h", "s"]) {
      await expect(withDataset(at(`?match=${prefix}:*&key=a`), {}, () => Promise.resolve())).rejects.toThrow(
        "expected a name for the key that no field has, found the field a. Name another one with key=.",
      );
    }
  });

  test("patterns are those of Redis, keys any bytes, and the number names the database", async () => {
    await client.select(3);
    await client.hset("", { a: "0" });
    await client.hset(Buffer.from([0, 255, 10]), { a: "1" });
    await client.hset("f:[1]", { a: "2" });
    await client.hset("g:&x", { a: "3" });
    await client.select(0);

    expect(await numbersAt("/3")).toEqual([0, 1, 2, 3]);
    expect(await numbersAt("/3?match=?:%5C[*")).toEqual([2]);
    expect(await numbersAt("/3?match=*%26x")).toEqual([3]);
  });

  test("rows are the same, in the same order, whatever the server's order of keys", async () => {
    const keys = Array.from({ length: 3000 }, (_, i) => `f:${i}`);
    const expected = keys.toSorted().map((key) => Number(key.slice(2)));

    for (const order of [keys, keys.toReversed()]) {
      const pipeline = client.pipeline().flushall();
      for (const key of order) pipeline.hset(key, { a: key.slice(2) });
      await pipeline.exec();
      expect(await numbersAt("?match=f:*")).toEqual(expected);
    }
  });

  test("each key is one row, also while the server's table of keys grows and shrinks", async () => {
    const pipeline = client.pipeline();
    for (let i = 0; i < 3000; i++) pipeline.hset(`stable:${i}`, { a: String(i) });
    await pipeline.exec();
    const reading = new AbortController();
    const disturb = async (): Promise<void> => {
      while (!reading.signal.aborted) {
        await client.eval(
          "for i = 1, 20000 do redis.call('set', 'other:' .. i, '1') end for i = 1, 20000 do redis.call('del', 'other:' .. i) end",
          0,
        );
      }
    };
    const disturbing = disturb();
    const sums = await numbersAt("?match=stable:*").finally(() => reading.abort());
    await disturbing;

    expect(sums).toHaveLength(3000);
    expect(new Set(sums).size).toBe(3000);
  });

  test("keys that the server gives more than once are listed once, sorted", async () => {
    const pipeline = client.pipeline();
    for (let i = 0; i < 5000; i++) pipeline.set(`k:${i}`, "x");
    await pipeline.exec();
    /** Scans it all twice, as after a lost connection. */
    class Twice extends RedisLink {
      override async scan(...scanned: Parameters<RedisLink["scan"]>): Promise<void> {
        await super.scan(...scanned);
        await super.scan(...scanned);
      }
    }
    const link = new Twice(readRedisAddress(at(), {}));
    const database = await Database.open();
    const keys: string[] = [];
    for await (const some of await listKeys(database, link, "k:*")) keys.push(...some.map(String));
    link.close();
    database.close();

    expect(keys).toEqual(Array.from({ length: 5000 }, (_, i) => `k:${i}`).sort());
  });

  test("many fields, each of them in few keys, are all columns", async () => {
    const pipeline = client.pipeline();
    for (let i = 0; i < 400; i++) pipeline.hset(`f:${i}`, { [`c${i % 300}`]: String(i), all: String(i) });
    await pipeline.exec();

    await withDataset(at(), {}, async (dataset) => {
      expect(dataset.columns).toHaveLength(301);
      expect((await numbersOf(dataset, "c7")).filter((value) => value !== null)).toEqual([307, 7]);
      expect((await numbersOf(dataset, "all")).toSorted((a, b) => a! - b!)).toEqual(
        Array.from({ length: 400 }, (_, i) => i),
      );
    });
  });

  test("fields that are values, not features, are refused", async () => {
    const pipeline = client.pipeline();
    for (let i = 0; i < 10_001; i++) pipeline.hset("f:1", `user ${i}`, "1");
    await pipeline.exec();

    await expect(withDataset(at(), {}, () => Promise.resolve())).rejects.toThrow(
      /expected features as fields of hashes, found more than 10000 .*Name those that are wanted with --features\.$/,
    );
  });
});
