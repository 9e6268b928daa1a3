import { type KeyRecord, type RedisRecord, readRecords } from "./read-records.js";
import type { RedisLink } from "./redis-link.js";

/** Keys read at once, and the bytes that they may take in memory. */
const MOST_KEYS = 1024;
const FIRST_KEYS = 64;
const MOST_BYTES = 16 * 1024 * 1024;

/** What a value takes beside its bytes. */
const OVERHEAD = 120;

/**
 * What lies under keys, some at a time, as many as fit in bounded memory; the next ones are read while some are worked on.
 * @param fields of hashes, all by default
 * @param likely what most keys are, up to now
 */
export async function* readPages(
  link: RedisLink,
  keys: AsyncIterable<readonly Buffer[]>,
  fields: readonly Buffer[] | null,
  likely: () => "hash" | "string",
): AsyncGenerator<KeyRecord[]> {
  let atOnce = FIRST_KEYS;
  let reading: Promise<KeyRecord[]> | null = null;
  for await (const some of keys) {
    for (let start = 0; start < some.length;) {
      const read: KeyRecord[] | null = await reading;
      if (read !== null) atOnce = fitting(read, atOnce);
      const page = some.slice(start, start + atOnce);
      start += page.length;
      reading = readRecords(link, page, fields, likely());
      // Told where it is awaited.
      reading.catch(() => undefined);
      if (read !== null) yield read;
    }
  }
  if (reading !== null) yield await reading;
}

/** How many keys may be read at once, by the size of those before. */
function fitting(records: readonly KeyRecord[], before: number): number {
  const bytes = records.reduce((sum, { record }) => sum + sizeOf(record), 0);
  const fit = Math.floor((MOST_BYTES / Math.max(1, bytes)) * records.length);
  return Math.max(1, Math.min(MOST_KEYS, 4 * before, fit));
}

function sizeOf(record: RedisRecord): number {
  if (record.type === "string") return record.value.length + OVERHEAD;
  if (record.type !== "hash") return OVERHEAD;
  let size = OVERHEAD;
  for (const field of record.fields) size += field.length + OVERHEAD;
  for (const value of record.values) size += (value?.length ?? 0) + OVERHEAD;
  return size;
}
