import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Store, StoreEntry } from "../../src/store/store.js";

/** Makes a store that holds the given objects. */
export type MakeStore = (objects: ReadonlyMap<string, Buffer>) => Promise<Store>;

async function all(entries: AsyncIterable<StoreEntry>): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, type } of entries) names.push(type === "folder" ? `${name}/` : name);
  return names;
}

/** Folders may come anywhere; files are in order. */
const sorted = (names: string[]): string[] =>
  names.toSorted((a, b) => Number(a.endsWith("/")) - Number(b.endsWith("/")));

/** The code that a promise fails with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "no error";
  } catch (error) {
    return error instanceof FeaturescopeError ? error.code : String(error);
  }
}

/** What every store must do. */
export function storeSuite(name: string, makeStore: MakeStore): void {
  const objects = new Map([
    ["root.txt", Buffer.from("root")],
    ["runs/credit/b/manifest.json", Buffer.from("{}")],
    ["runs/credit/a/manifest.json", Buffer.from("[1]")],
    ["runs/credit/a/features/age~0123/chart.png", Buffer.from([0, 255, 13, 10, 26])],
    ["runs/odd names/ä 年 &<>'\"+=;/x", Buffer.from("odd")],
    ["empty", Buffer.alloc(0)],
  ]);

  describe(`store: ${name}`, () => {
    test("gives an object's bytes as they are", async () => {
      const store = await makeStore(objects);
      for (const [path, body] of objects) expect(await store.get(path, { maxBytes: 100 })).toEqual(body);
    });

    test("lists a folder by name, its folders with it, and nothing below", async () => {
      const store = await makeStore(objects);
      expect(sorted(await all(store.list("")))).toEqual(["empty", "root.txt", "runs/"]);
      expect((await all(store.list("runs/credit"))).toSorted()).toEqual(["a/", "b/"]);
      expect(sorted(await all(store.list("runs/credit/a")))).toEqual(["manifest.json", "features/"]);
      expect(await all(store.list("runs/odd names"))).toEqual(["ä 年 &<>'\"+=;/"]);
    });

    test("a folder that is not there, or whose name only begins like one, is empty", async () => {
      const store = await makeStore(objects);
      expect(await all(store.list("nothing"))).toEqual([]);
      expect(await all(store.list("runs/cred"))).toEqual([]);
    });

    test("lists more than a page in one go, in order", async () => {
      const many = new Map(
        Array.from({ length: 2345 }, (_, i) => [`many/${String(i).padStart(5, "0")}`, Buffer.from("x")]),
      );
      const store = await makeStore(many);
      expect(await all(store.list("many"))).toEqual([...many.keys()].map((path) => path.slice(5)));
    });

    test("says what an object measures", async () => {
      const store = await makeStore(objects);
      const { bytes, modified } = await store.stat("runs/credit/a/manifest.json");
      expect(bytes).toBe(3);
      expect(Math.abs(modified - Date.now())).toBeLessThan(3_600_000);
    });

    test("an object that is not there is unknown", async () => {
      const store = await makeStore(objects);
      for (const path of ["nothing", "runs/nothing", "root.txt/x"]) {
        expect([path, await codeOf(store.get(path, { maxBytes: 100 }))]).toEqual([path, "unknown-file"]);
        expect([path, await codeOf(store.stat(path))]).toEqual([path, "unknown-file"]);
      }
    });

    test("a folder has no bytes of its own", async () => {
      const store = await makeStore(objects);
      for (const path of ["runs", "runs/credit"]) {
        // SeaweedFS gives an empty object.
        const bytes = await store.get(path, { maxBytes: 100 }).catch(() => Buffer.alloc(0));
        expect(bytes).toHaveLength(0);
      }
    });

    test("an object that is larger than allowed is refused", async () => {
      const store = await makeStore(objects);
      expect(await codeOf(store.get("root.txt", { maxBytes: 3 }))).toBe("document-invalid");
      expect((await store.get("root.txt", { maxBytes: 4 })).length).toBe(4);
    });

    test("a path that could leave the root is refused, whatever it is made of", async () => {
      const store = await makeStore(objects);
      const part = fc.constantFrom("..", ".", "", "runs", "a\\b", "a\u0000", "\r\n", "x");
      const path = fc
        .array(part, { minLength: 1, maxLength: 5 })
        .filter((parts) => parts.join("/") !== "" && parts.some((name) => !["runs", "x"].includes(name)))
        .map((parts) => parts.join("/"));
      await fc.assert(
        fc.asyncProperty(path, async (path) => {
          expect(await codeOf(store.get(path, { maxBytes: 100 }))).toBe("unknown-file");
          expect(await codeOf(store.stat(path))).toBe("unknown-file");
          expect(await codeOf(all(store.list(path)))).toBe("unknown-file");
        }),
      );
    });
  });
}
