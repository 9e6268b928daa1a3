import type { Download } from "../download.js";
import { listKeys } from "./list-keys.js";
import { readPages } from "./read-pages.js";
import { readRedisAddress } from "./redis-address.js";
import { RedisLink } from "./redis-link.js";
import { RedisRows } from "./redis-rows.js";
import { refuseOneOfMany } from "./refuse-one-of-many.js";

/**
 * Rows of Redis: a key that matches a pattern is a row, the fields of its hash or the members of its JSON object are columns.
 * Read only, with SCAN, TYPE, HGETALL, HMGET and GET.
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
    const keys = await listKeys(database, link, place.match);
    for await (const records of readPages(link, keys, fields, () => rows.likely)) await rows.add(records);
    return await rows.finish();
  } catch (error) {
    await rows.discard();
    throw error;
  } finally {
    link.close();
  }
};
