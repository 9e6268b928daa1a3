import type { Command, RedisLink, Reply } from "./redis-link.js";

/** What lies under a key. */
export type RedisRecord =
  | { type: "hash"; fields: readonly Buffer[]; values: readonly (Buffer | null)[] }
  | { type: "string"; value: Buffer }
  /** It was there before. */
  | { type: "none" }
  | { type: "other"; name: string };

/** A key with what lies under it. */
export interface KeyRecord {
  key: Buffer;
  record: RedisRecord;
}

const GONE: RedisRecord = { type: "none" };

/**
 * Reads what lies under keys, in two commands a key where most are of the likely type.
 * @param fields of hashes, all by default
 * @param likely asked for first; of other keys the type is asked
 */
export async function readRecords(
  link: RedisLink,
  keys: readonly Buffer[],
  fields: readonly Buffer[] | null,
  likely: "hash" | "string",
): Promise<KeyRecord[]> {
  const read = (key: Buffer, type: "hash" | "string"): Command => {
    if (type === "string") return ["GET", key];
    return fields === null ? ["HGETALL", key] : ["HMGET", key, ...fields];
  };
  const first = (await link.ask(keys.map((key) => read(key, likely)))).map((reply) =>
    recordOf(link, reply, likely, fields),
  );
  const unclear = keys.flatMap((key, i) => (first[i] === null ? [{ key, i }] : []));
  const types = (await link.ask(unclear.map(({ key }) => ["TYPE", key]))).map((reply) => {
    if (reply instanceof Error) throw link.fault(reply);
    return String(reply);
  });
  const readable = unclear.flatMap(
    ({ key, i }, at): { key: Buffer; i: number; type: "hash" | "string" }[] => {
      const type = types[at]!;
      if (type === "hash" || type === "string") return [{ key, i, type }];
      first[i] = type === "none" ? GONE : { type: "other", name: type };
      return [];
    },
  );
  const second = await link.ask(readable.map(({ key, type }) => read(key, type)));
  for (const [at, { i, type }] of readable.entries()) {
    const record = recordOf(link, second[at]!, type, fields);
    // A hash without the fields that are wanted is a row of missing values.
    first[i] = record ?? (type === "hash" && fields !== null ? { type, fields: [], values: [] } : GONE);
  }
  return keys.map((key, i) => ({ key, record: first[i]! }));
}

/** @returns null where the key is of another type, or perhaps not there */
function recordOf(
  link: RedisLink,
  reply: Reply,
  type: "hash" | "string",
  fields: readonly Buffer[] | null,
): RedisRecord | null {
  if (reply instanceof Error) {
    if (reply.message.startsWith("WRONGTYPE")) return null;
    throw link.fault(reply);
  }
  if (type === "string") return reply === null ? GONE : { type, value: reply as Buffer };
  const values = reply as readonly (Buffer | null)[];
  if (fields !== null) {
    return values.some((value) => value !== null) ? { type, fields, values } : null;
  }
  if (values.length === 0) return GONE;
  const half = values.length / 2;
  return {
    type,
    fields: Array.from({ length: half }, (_, i) => values[2 * i]!),
    values: Array.from({ length: half }, (_, i) => values[2 * i + 1]!),
  };
}
