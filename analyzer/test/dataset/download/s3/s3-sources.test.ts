import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll } from "vitest";
import { startFakeS3 } from "../../../../../gateway/test/support/fake-s3.js";
import { startMinio } from "../../../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../../../gateway/test/support/servers/obtain.js";
import {
  BUCKET,
  PREFIX,
  READER,
  ROOT,
  type RealS3,
} from "../../../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../../../gateway/test/support/servers/seaweedfs.js";
import { type NamedRows, type RowPlace, type RowTable, sourceSuite } from "../../source-suite.js";
import { tableFolder } from "../../table-folder.js";
import { csvOf, jsonLinesOf, sqlOf } from "../../table-text.js";

const { writeParquet } = tableFolder();
let objects = 0;

const FORMATS: Readonly<Record<string, (table: RowTable) => Promise<Buffer>>> = {
  CSV: (table) => Promise.resolve(Buffer.from(csvOf(table))),
  "CSV packed by gzip": (table) => Promise.resolve(gzipSync(csvOf(table))),
  "JSON lines": (table) => Promise.resolve(Buffer.from(jsonLinesOf(table))),
  Parquet: async (table) => readFileSync(await writeParquet(`${objects}.parquet`, sqlOf(table))),
};

/** Rows in a bucket, read by who may only list and read one prefix. */
function bucketOf(server: RealS3, format: (table: RowTable) => Promise<Buffer>): RowPlace {
  const options = { environment: server.environment(READER) };
  return {
    put: async (table) => {
      const key = `rows ${objects++} 年龄 😀+&=%20`;
      await server.put("sources", [[key, await format(table)]]);
      return { source: `s3://${BUCKET}/${PREFIX}/sources/${key}`, options };
    },
    absent: () => ({ source: `s3://${BUCKET}/${PREFIX}/sources/absent`, options }),
    secrets: [READER.accessKey, READER.secretKey, ROOT.secretKey],
    lacks: ["names that differ only in case"],
  };
}

async function fakeWith(objects: ReadonlyMap<string, Buffer>): Promise<NamedRows> {
  const { endpoint } = await startFakeS3(objects);
  return { source: "minio://reports/day=*/", options: { environment: { S3_ENDPOINT_URL: endpoint.origin } } };
}

/** Rows in a fake of S3, which each has to itself. */
function fakeOf(format: (table: RowTable) => Promise<Buffer>): RowPlace {
  return {
    put: async (table) => fakeWith(new Map([[`day=${objects++}/part`, await format(table)]])),
    absent: () => fakeWith(new Map()),
    lacks: ["names that differ only in case"],
  };
}

for (const [name, format] of Object.entries(FORMATS)) sourceSuite(`${name} in a fake of S3`, fakeOf(format));

for (const server of [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)]) {
  if (server === null) continue;
  afterAll(() => server.stop());
  for (const [name, format] of Object.entries(FORMATS)) {
    sourceSuite(`${name} in ${server.name}`, bucketOf(server, format));
  }
}
