import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { Database } from "../../../../src/dataset/database.js";
import { matchGlob } from "../../../../src/dataset/download/s3/match-glob.js";
import { literal } from "../../../../src/dataset/sql.js";
import { temporaryFolder } from "../../../temporary-folder.js";

const database = await Database.open();
afterAll(() => database.close());

const textOf = (signs: string, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...signs.split("")), { maxLength }).map((signs) => signs.join(""));
const signs = textOf("ab-c*?[]!\\][", 8);
const letters = textOf("abc-]![\\", 6);

test("a part of a path is matched as by DuckDB", async () => {
  const pairs = fc.array(fc.tuple(letters, signs), { minLength: 200, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(pairs, async (pairs) => {
      const values = pairs.map(([key, pattern]) => `(${literal(key)}, ${literal(pattern)})`);
      const told = await database.rows(
        `SELECT key GLOB pattern FROM (VALUES ${values.join(", ")}) AS pairs(key, pattern)`,
      );
      // In DuckDB too, what follows is about paths: there two stars stand for folders.
      const found = pairs.map(([key, pattern]) => [matchGlob(pattern.replaceAll(/\*+/g, "*"))(key)]);
      expect(found).toEqual(told);
    }),
    { numRuns: 30 },
  );
});

test("a pattern finds the keys that DuckDB's glob finds as files, whatever lies in folders", async () => {
  const folder = temporaryFolder();
  const paths = [
    "a",
    "b/a",
    "b/c",
    "b/a.csv",
    "c/b/a",
    "c/b/c/a.csv",
    "c/.a/b",
    "c/day=1/a.csv",
    "d e/年龄.csv",
  ];
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), "");
  }
  const part = fc.constantFrom(
    "*",
    "**",
    "?",
    "a",
    "b",
    "c",
    "*.csv",
    "[ab]",
    "[!a]",
    "day=*",
    "???.csv",
    "*a*",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
      // DuckDB takes one `**` only.
      fc.pre(parts.filter((part) => part === "**").length < 2);
      const pattern = parts.join("/");
      fc.pre(/[[*?]/.test(pattern));
      const rows = await database.rows(
        `SELECT file FROM glob(${literal(`${folder}/${pattern}`)}) ORDER BY file`,
      );
      const told = rows.map(([file]) => String(file).slice(folder.length + 1));
      // It also gives a folder of exactly the last part's name.
      const files = [...new Set(told)].filter((path) => paths.includes(path));
      expect([pattern, paths.filter(matchGlob(pattern)).sort()]).toEqual([pattern, files]);
    }),
    { numRuns: 200 },
  );
});
