import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { ByteCache } from "../../src/cache/byte-cache.js";

interface Value {
  bytes: number;
  text: string;
}

function makeCache(maxBytes = 1000) {
  let now = 0;
  const cache = new ByteCache<Value>({
    maxBytes,
    freshSeconds: 10,
    keepSeconds: 1000,
    failureSeconds: 2,
    now: () => now,
  });
  return { cache, pass: (seconds: number) => (now += seconds * 1000) };
}

const reads = (...texts: (string | Error)[]) => {
  let calls = 0;
  const read = async (): Promise<Value> => {
    const next = texts[Math.min(calls++, texts.length - 1)]!;
    if (next instanceof Error) throw next;
    return { bytes: 10, text: next };
  };
  return { read, calls: () => calls };
};

test("a value is read once, also when many ask at once", async () => {
  const { cache } = makeCache();
  const { read, calls } = reads("a", "b");

  const answers = await Promise.all(Array.from({ length: 500 }, () => cache.get("k", read)));

  expect(calls()).toBe(1);
  expect(new Set(answers.map(({ value }) => value.text))).toEqual(new Set(["a"]));
  expect(answers.map(({ outcome }) => outcome === "miss" || outcome === "collapsed")).not.toContain(false);
  expect(answers.filter(({ outcome }) => outcome === "miss")).toHaveLength(1);
  expect((await cache.get("k", read)).outcome).toBe("hit");
});

test("an old copy is served at once and read again in the background", async () => {
  const { cache, pass } = makeCache();
  const { read, calls } = reads("old", "new");
  await cache.get("k", read);
  pass(11);

  const stale = await cache.get("k", read);
  await new Promise(setImmediate);

  expect(stale).toEqual({
    value: { bytes: 10, text: "old" },
    outcome: "stale",
    ageSeconds: 11,
    freshSeconds: -1,
    isKept: true,
  });
  expect(calls()).toBe(2);
  expect(await cache.get("k", read)).toMatchObject({ value: { text: "new" }, outcome: "hit" });
});

test("a copy that cannot be read again is kept, and not asked for with each request", async () => {
  const { cache, pass } = makeCache();
  const { read, calls } = reads("good", new Error("down"));
  await cache.get("k", read);
  pass(11);

  for (let i = 0; i < 5; i++) {
    expect((await cache.get("k", read)).value.text).toBe("good");
    await new Promise(setImmediate);
  }
  expect(calls()).toBe(2);
  pass(3);
  await cache.get("k", read);
  expect(calls()).toBe(3);
});

test("a failure is remembered for a while, then tried again", async () => {
  const { cache, pass } = makeCache();
  const { read, calls } = reads(new Error("down"), "up");

  await expect(cache.get("k", read)).rejects.toThrow("down");
  await expect(cache.get("k", read)).rejects.toThrow("down");
  expect(calls()).toBe(1);
  pass(3);
  expect((await cache.get("k", read)).value.text).toBe("up");
});

test("values that were not used lately give way, and none that alone is too large comes in", async () => {
  const { cache } = makeCache(1000);
  const keep = (key: string, bytes: number) => cache.get(key, async () => ({ bytes, text: key }));
  for (const key of ["a", "b", "c", "d"]) await keep(key, 250);
  cache.peek("a");
  await keep("e", 250);
  await keep("huge", 251);

  expect(["a", "b", "c", "d", "e", "huge"].filter((key) => cache.peek(key) !== undefined)).toEqual([
    "a",
    "c",
    "d",
    "e",
  ]);
  expect(cache.bytes).toBe(1000);
});

test("a copy gives its value while that is kept and fresh, and does not hold it afterwards", async () => {
  const { cache, pass } = makeCache();
  const read = (text: string) => cache.get("k", async () => ({ bytes: 1, text }));
  await read("first");
  const first = cache.copyOf("k")!;
  const hits = cache.reads.hit;

  expect(cache.fresh(first, cache.now())?.text).toBe("first");
  expect(cache.reads.hit).toBe(hits + 1);
  pass(3600);
  expect(cache.fresh(first, cache.now())).toBeNull();
  await read("second");
  await vi.waitFor(() => expect(cache.copyOf("k")).not.toBe(first));
  expect([first.value, cache.fresh(first, first.readAt)]).toEqual([null, null]);
  expect(cache.fresh(cache.copyOf("k")!, cache.now())?.text).toBe("second");
  cache.delete("k");
  expect(cache.copyOf("k")).toBeUndefined();
});

test("a copy that is asked for its value counts as used", async () => {
  const { cache } = makeCache(1000);
  const keep = (key: string) => cache.get(key, async () => ({ bytes: 250, text: key }));
  for (const key of ["a", "b", "c", "d"]) await keep(key);
  cache.fresh(cache.copyOf("a")!, cache.now());
  await keep("e");

  expect(["a", "b"].map((key) => cache.has(key))).toEqual([true, false]);
});

test.each(["__proto__", "constructor", "hasOwnProperty", ""])("a key may be %j", async (key) => {
  const { cache } = makeCache();

  expect(cache.peek(key)).toBeUndefined();
  await cache.get(key, async () => ({ bytes: 1, text: key }));
  expect(cache.peek(key)?.value.text).toBe(key);
  cache.delete(key);
  expect(cache.peek(key)).toBeUndefined();
});

test("whatever is done, bytes are counted right and never exceed the bound", async () => {
  const key = fc.integer({ min: 0, max: 15 }).map(String);
  const step = fc.oneof(
    fc.record({ what: fc.constant("get" as const), key, bytes: fc.integer({ min: 0, max: 400 }) }),
    fc.record({ what: fc.constant("delete" as const), key }),
    fc.record({ what: fc.constant("pass" as const), seconds: fc.integer({ min: 0, max: 20 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { cache, pass } = makeCache(1000);
      for (const each of steps) {
        if (each.what === "get")
          await cache.get(each.key, async () => ({ bytes: each.bytes, text: each.key }));
        else if (each.what === "delete") cache.delete(each.key);
        else pass(each.seconds);
        await new Promise(setImmediate);
        const kept = Array.from({ length: 16 }, (_, i) => cache.peek(String(i))?.value.bytes ?? 0);
        expect(cache.bytes).toBe(kept.reduce((sum, bytes) => sum + bytes, 0));
        expect(cache.bytes).toBeLessThanOrEqual(1000);
      }
    }),
  );
});
