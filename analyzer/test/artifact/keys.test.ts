import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, keysOf } from "../../src/artifact/index.js";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test("a harmless name is its own key", () => {
  for (const name of ["user_age", "A", "v1.2", "txn-amount", "_x", "a".repeat(120)]) {
    expect(keyOf(name, sha256)).toBe(name);
  }
});

test.each([
  ["年龄", `~${sha256("年龄").slice(0, 12)}`],
  ["a/b", `a-b~${sha256("a/b").slice(0, 12)}`],
  ["..", `~${sha256("..").slice(0, 12)}`],
  [".hidden", `hidden~${sha256(".hidden").slice(0, 12)}`],
  ["trailing.", `trailing~${sha256("trailing.").slice(0, 12)}`],
  ["con", `con~${sha256("con").slice(0, 12)}`],
  ["COM1.txt", `COM1-txt~${sha256("COM1.txt").slice(0, 12)}`],
  ["", `~${sha256("").slice(0, 12)}`],
  ["a b", `a-b~${sha256("a b").slice(0, 12)}`],
])("%j becomes %s", (name, key) => {
  expect(keyOf(name, sha256)).toBe(key);
});

test("twins that differ only in case get keys that differ in more", () => {
  const keys = keysOf(["Age", "age", "income"], sha256);
  expect(keys.get("income")).toBe("income");
  expect(keys.get("Age")).toMatch(/^Age~/);
  expect(keys.get("Age")?.toLowerCase()).not.toBe(keys.get("age")?.toLowerCase());
});

const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom("..", ".", "a/../b", "a\\b", "nul", "\0"),
);

test("any name gives a key that is safe in a path and an address", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const key = keyOf(name, sha256);
      expect(key).toMatch(/^[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,139}$/);
      expect(key.endsWith(".")).toBe(false);
    }),
  );
});

test("different names never share a key, whatever their case", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyName, { maxLength: 20 }), (names) => {
      const keys = [...keysOf(names, sha256).values()].map((key) => key.toLowerCase());
      expect(new Set(keys).size).toBe(names.length);
    }),
  );
});
