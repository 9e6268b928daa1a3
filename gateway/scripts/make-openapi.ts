// Writes gateway/openapi.json from the declared operations and the contract's schema; with --check, fails where it differs.
import { readFile, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { type Json, makeOpenapi } from "../src/openapi/make-openapi.js";

const target = new URL("../openapi.json", import.meta.url);

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, import.meta.url), "utf8")) as T;
}

const { definitions } = await readJson<{ definitions: Json }>("../../analyzer/schema/report-v1.schema.json");
const { version } = await readJson<{ version: string }>("../package.json");
const document: unknown = JSON.parse(JSON.stringify(makeOpenapi(definitions, version)));

if (!process.argv.includes("--check")) {
  await writeFile(target, `${JSON.stringify(document, null, 2)}\n`);
} else if (!isDeepStrictEqual(await readJson("../openapi.json").catch(() => null), document)) {
  console.error("gateway/openapi.json is not that of the operations: run `npm run openapi -w gateway`.");
  process.exit(1);
}
