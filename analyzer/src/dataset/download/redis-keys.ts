import { open } from "node:fs/promises";
import type { Database } from "../database.js";
import { literal } from "../sql.js";
import type { RedisLink } from "./redis-link.js";

/**
 * All keys that match, each once, sorted by their bytes: the server gives them in an order of the moment, some twice. They lie in a file
 * and are sorted by the database, in bounded memory however many they are.
 * @returns some keys at a time
 */
export async function listKeys(
  database: Database,
  link: RedisLink,
  match: string,
): Promise<AsyncGenerator<Buffer[]>> {
  const path = database.newPath("keys");
  const file = await open(path, "w");
  try {
    // Keys are any bytes.
    await link.scan(match, (keys) => file.appendFile(keys.map((key) => `${key.toString("hex")}\n`).join("")));
  } finally {
    await file.close();
  }
  return sortedKeys(database, path);
}

async function* sortedKeys(database: Database, path: string): AsyncGenerator<Buffer[]> {
  const settings =
    "auto_detect = false, header = false, delim = ',', quote = '', columns = {'key': 'VARCHAR'}";
  const sql = `SELECT key FROM read_csv(${literal(path)}, ${settings}) ORDER BY key`;
  let last: string | null = null;
  for await (const chunk of database.chunks(sql)) {
    const texts = chunk.getColumnVector(0);
    const keys: Buffer[] = [];
    for (let row = 0; row < chunk.rowCount; row++) {
      const key = texts.getItem(row) as string | null;
      if (key !== last) keys.push(Buffer.from(key ?? "", "hex"));
      last = key;
    }
    yield keys;
  }
}
