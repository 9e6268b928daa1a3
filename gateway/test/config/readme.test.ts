import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

const read = (path: string) => readFile(join(import.meta.dirname, "../..", path), "utf8");

test("the README's table has every variable that is read, and no other", async () => {
  const source = (await read("src/config/read-config.ts")) + (await read("src/config/secret-lists.ts"));
  const folder = join(import.meta.dirname, "../../../analyzer/src/credentials");
  const credentials = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")),
  );
  const used = new Set(
    [
      ...source.matchAll(/variables\.\w+(?:<[^>]*>)?\(\s*"([A-Z0-9_]+)"/g),
      ...credentials.join("").matchAll(/"((?:S3|AWS)_[A-Z0-9_]+)"/g),
    ].map(([, name]) => name!),
  );
  const readme = await read("README.md");
  const table = readme.slice(readme.indexOf("## Environment"), readme.indexOf("## How fresh it is"));
  const rows = table.split("\n").filter((line) => line.startsWith("| `"));
  const told = new Set(
    rows.flatMap((line) => [...line.split("|")[1]!.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name!)),
  );

  expect([...told].toSorted()).toEqual([...used].toSorted());
});
