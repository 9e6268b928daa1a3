import { cannotRead } from "../cannot-read.js";
import type { Database } from "../database.js";
import type { DatasetFormat, DatasetOptions } from "../dataset-options.js";
import { schemeOf, shownSource } from "./address.js";

/** Files with rows: copies of what lies elsewhere. */
export interface DownloadedRows {
  /** Of copies in the database's folder. */
  paths: string[];
  /** What people call each of them: where it was copied from, without a password. */
  names: string[];
  /** Where it is known without a look. */
  format?: DatasetFormat;
  /** What people should know of how they were copied, one sentence each. */
  notes?: readonly string[];
}

/**
 * Copies the rows at an address into files in the database's folder, in bounded memory: they are read more than once, and may change
 * meanwhile where they are.
 * @throws FeaturescopeError `input-unreadable` where the address, the server or the rows are not as expected
 */
export type Download = (
  database: Database,
  address: string,
  options: DatasetOptions,
) => Promise<DownloadedRows>;

/** By scheme; a client is loaded by those who need it. */
const DOWNLOADS: Readonly<Record<string, () => Promise<Download>>> = {
  s3: async () => (await import("./s3/s3-download.js")).s3Download,
  minio: async () => (await import("./s3/s3-download.js")).s3Download,
  redis: async () => (await import("./redis/redis-download.js")).redisDownload,
  rediss: async () => (await import("./redis/redis-download.js")).redisDownload,
  mysql: async () => (await import("./mysql/mysql-download.js")).mysqlDownload,
};

/** Copies the rows at an address, see {@link Download}. */
export async function download(
  database: Database,
  address: string,
  options: DatasetOptions,
): Promise<DownloadedRows> {
  const load = DOWNLOADS[schemeOf(address) ?? ""];
  if (load === undefined) {
    const known = Object.keys(DOWNLOADS).map((scheme) => `${scheme}://`);
    throw cannotRead(
      shownSource(address),
      `expected ${["a file", "a pattern", ...known].join(", ")}, found another address. Copy or export its rows to a file first.`,
    );
  }
  return (await load())(database, address, options);
}
