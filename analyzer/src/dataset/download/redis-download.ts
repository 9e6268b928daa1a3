import type { Download } from "./download.js";
import { readRedisAddress } from "./redis-address.js";
import { listKeys } from "./redis-keys.js";
import { RedisLink } from "./redis-link.js";
import { type KeyRecord, type RedisRecord, readRecords } from "./redis-records.js";
import { RedisRows } from "./redis-rows.js";
import { refuseOneOfMany } from "./refuse-one-of-many.js";

/** Keys read at once, and the bytes that they may take in memory. */
const MOST_KEYS = 1024;
const FIRST_KEYS = 64;
const MOST_BYTES = 16 * 1024 * 1024;

/** What a value takes beside its bytes. */
const OVERHEAD = 120;

/**
 * Rows of Redis: a key that matches a pattern is a row, the fields of its hash or the members of its JSON object are columns. Read only, with
 * SCAN, TYPE, HGETALL, HMGET and GET.
 */
export const redisDownload: Download = async (database, address, options) => {
  const place = readRedisAddress(address, options.environment ?? process.env);
  const { features = [], timeColumn } = options;
  const wanted = new Set([...features, ...(timeColumn === undefined ? [] : [timeColumn])]);
  const fields = features.length > 0 ? Array.from(wanted, (name) => Buffer.from(name)) : null;
  const link = new RedisLink(place);
  const rows = await RedisRows.create(place, database);
  try {
    if (!place.isCluster) await refuseOneOfMany(link, place.match);
    let atOnce = FIRST_KEYS;
    for await (const keys of await listKeys(database, link, place.match)) {
      for (let start = 0; start < keys.length;) {
        const some = keys.slice(start, start + atOnce);
        const records = await readRecords(link, some, fields, rows.likely);
        await rows.add(records);
        atOnce = fitting(records, atOnce);
        start += some.length;
      }
    }
    return await rows.finish();
  } catch (error) {
    await rows.discard();
    throw error;
  } finally {
    link.close();
  }
};

/** How many keys may be read at once, by the size of those before. */
function fitting(records: readonly KeyRecord[], before: number): number {
  const bytes = records.reduce((sum, { record }) => sum + sizeOf(record), 0);
  const fit = Math.floor((MOST_BYTES / Math.max(1, bytes)) * records.length);
  return Math.max(1, Math.min(MOST_KEYS, 4 * before, fit));
}

function sizeOf(record: RedisRecord): number {
  if (record.type === "string") return record.value.length + OVERHEAD;
  if (record.type !== "hash") return OVERHEAD;
  const values = [...record.fields, ...record.values];
  return values.reduce((sum, value) => sum + (value?.length ?? 0) + OVERHEAD, 0);
}
