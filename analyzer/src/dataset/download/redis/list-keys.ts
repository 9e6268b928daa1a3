import { open, rm } from "node:fs/promises";
import type { Database } from "../../database.js";
import { literal } from "../../sql.js";
import type { RedisLink } from "./redis-link.js";

/** Its own buffers, of 32 MB each, leave the sorting too little of the memory. */
const BUFFERS = "max_line_size = 2097152, buffer_size = 4194304";
const READING = `auto_detect = false, header = false, delim = ',', quote = '', columns = {'key': 'VARCHAR'}, ${BUFFERS}`;
const SORTED_AT_ONCE = 20_480;

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
    // Keys are any bytes, or none; an empty line would be no row.
    await link.scan(match, (keys) =>
      file.appendFile(keys.map((key) => `.${key.toString("hex")}\n`).join("")),
    );
  } finally {
    await file.close();
  }
  return sortedKeys(database, path);
}

async function* sortedKeys(database: Database, path: string): AsyncGenerator<Buffer[]> {
  const sorted = literal(database.newPath("parquet"));
  await database.run(
    `COPY (SELECT key FROM read_csv(${literal(path)}, ${READING}) ORDER BY key) TO ${sorted} (FORMAT parquet, ROW_GROUP_SIZE ${SORTED_AT_ONCE})`,
  );
  await rm(path);
  let last: string | null = null;
  for await (const chunk of database.chunks(`SELECT key FROM read_parquet(${sorted})`)) {
    const texts = chunk.getColumnVector(0);
    const keys: Buffer[] = [];
    for (let row = 0; row < chunk.rowCount; row++) {
      const key = texts.getItem(row) as string;
      if (key !== last) keys.push(Buffer.from(key.slice(1), "hex"));
      last = key;
    }
    yield keys;
  }
}
