import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { NotNow } from "@featurescope/analyzer/credentials";
import { expect, test } from "vitest";
import { guardedStore } from "../../src/store/guarded-store.js";
import type { Store } from "../../src/store/store.js";
import { codeOf } from "./store-suite.js";

function started() {
  let now = 1000;
  let calls = 0;
  let failure: Error | null = null;
  const answer = async (): Promise<Buffer> => {
    calls++;
    if (failure !== null) throw failure;
    return Buffer.from("x");
  };
  const inner: Store = {
    address: "inner",
    async *list() {
      await answer();
      yield { name: "a", type: "file" };
    },
    get: answer,
    stat: async () => ({ bytes: (await answer()).length, modified: 0 }),
  };
  const store = guardedStore(inner, () => now);
  return {
    store,
    get: () => codeOf(store.get("a", { maxBytes: 10 })),
    calls: () => calls,
    fail: (error: Error | null) => (failure = error),
    pass: (ms: number) => (now += ms),
  };
}

const down = new FeaturescopeError("store-unreachable", "down");

test("after failures in a row a store is left alone for a moment, then tried by one call", async () => {
  const { get, fail, calls, pass } = started();
  fail(down);
  for (let i = 0; i < 20; i++) expect(await get()).toBe("store-unreachable");
  expect(calls()).toBe(5);

  pass(2000);
  expect(await Promise.all([get(), get(), get()])).toEqual(
    Array.from({ length: 3 }, () => "store-unreachable"),
  );
  expect(calls()).toBe(6);
  expect(await get()).toBe("store-unreachable");
  expect(calls()).toBe(6);

  pass(2000);
  fail(null);
  expect(await get()).toBe("no error");
  expect(await get()).toBe("no error");
});

test("a store that is left alone says what it failed with", async () => {
  const { store, fail } = started();
  fail(down);
  const get = () => store.get("a", { maxBytes: 10 });
  for (let i = 0; i < 5; i++) await expect(get()).rejects.toBe(down);

  await expect(get()).rejects.toMatchObject({ message: expect.stringContaining("left alone"), cause: down });
});

test("failures with answers between them are not in a row", async () => {
  const { get, fail, calls } = started();
  for (let i = 0; i < 20; i++) {
    fail(i % 4 === 3 ? new FeaturescopeError("unknown-file", "an answer, too") : down);
    await get();
  }

  expect(calls()).toBe(20);
});

test.each([
  [7, 7000],
  [3600, 30_000],
])("a store that asks for %i s is left alone for %i ms", async (seconds, ms) => {
  const { get, fail, calls, pass } = started();
  fail(
    new FeaturescopeError("store-unreachable", "slow down", {
      cause: new NotNow(503, String(seconds)),
    }),
  );
  await get();
  pass(ms - 1);
  await get();
  expect(calls()).toBe(1);
  pass(1);
  await get();
  expect(calls()).toBe(2);
});

test("one object that asks to be left alone, as a damaged one of MinIO does, is left alone, and all others are read", async () => {
  const { store, fail, calls, pass } = started();
  const get = (path: string) => codeOf(store.get(path, { maxBytes: 10 }));
  const asking = new FeaturescopeError("store-unreachable", "slow down", { cause: new NotNow(503, "60") });
  for (let i = 0; i < 10; i++) {
    fail(asking);
    expect(await get("damaged")).toBe("store-unreachable");
    fail(null);
    expect(await get("good")).toBe("no error");
  }
  expect(calls()).toBe(11);

  pass(30_000);
  expect(await get("damaged")).toBe("no error");
  fail(asking);
  for (let i = 0; i < 10; i++) await get(`any-${i}`);
  expect(calls()).toBe(17);
});

const starting = new FeaturescopeError("store-unreachable", "starting", { cause: new NotNow(503, "60") });

test("a store that asks for a minute, as MinIO does while it starts, is asked after five seconds, by one call", async () => {
  const { store, fail, calls, pass } = started();
  const get = (path: string) => codeOf(store.get(path, { maxBytes: 10 }));
  fail(starting);
  for (let i = 0; i < 20; i++) await get(`any-${i}`);
  expect(calls()).toBe(5);

  pass(4999);
  await get("other");
  expect(calls()).toBe(5);
  pass(1);
  await Promise.all([get("other"), get("another")]);
  expect(calls()).toBe(6);

  pass(5000);
  fail(null);
  expect([await get("one"), await get("two")]).toEqual(["no error", "no error"]);
});

test("a listing that asks for a minute is asked for after five seconds; once it answers, so is all else", async () => {
  const { store, get, fail, calls, pass } = started();
  const list = async () => {
    for await (const { name } of store.list("")) expect(name).toBe("a");
  };
  fail(starting);
  expect([await codeOf(list()), await get()]).toEqual(["store-unreachable", "store-unreachable"]);
  pass(4999);
  await codeOf(list());
  expect(calls()).toBe(2);

  pass(1);
  fail(null);
  expect([await codeOf(list()), await get()]).toEqual(["no error", "no error"]);
});

test("listings count as calls, and end when their reader does", async () => {
  const { store, fail, calls } = started();
  for await (const { name } of store.list("")) expect(name).toBe("a");
  fail(down);
  const list = async () => {
    for await (const { name } of store.list("")) expect.unreachable(name);
  };
  for (let i = 0; i < 20; i++) expect(await codeOf(list())).toBe("store-unreachable");

  expect(calls()).toBe(6);
});
