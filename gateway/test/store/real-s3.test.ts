import { Client } from "minio";
import { afterAll, describe, expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { catalogSuite } from "../catalog/catalog-suite.js";
import { startMinio } from "../support/servers/minio.js";
import { obtain } from "../support/servers/obtain.js";
import { BUCKET, PREFIX, READER } from "../support/servers/real-s3.js";
import { startSeaweedfs } from "../support/servers/seaweedfs.js";
import { storeSuite } from "./store-suite.js";

const servers = [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)].filter(
  (server) => server !== null,
);
let folders = 0;

for (const server of servers) {
  afterAll(() => server.stop());

  storeSuite(server.name, async (objects) => {
    const folder = `store-${folders++}`;
    await server.put(folder, objects);
    return server.store(folder);
  });

  catalogSuite(server.name, async () => {
    const folder = `catalog-${folders++}`;
    const bucket = { bucket: BUCKET, region: "us-east-1", ...READER };
    return {
      store: server.store(folder),
      absent: s3Store({ ...bucket, endpoint: new URL("http://127.0.0.1:9"), prefix: "" }),
      location: { type: "s3", ...bucket, endpoint: server.endpoint, prefix: `${PREFIX}/${folder}` },
      uri: (path) => `s3://${BUCKET}/${PREFIX}/${folder}/${path}?endpoint=elsewhere.example&region=eu-1`,
      put: (objects) => server.put(folder, objects),
      remove: (path) => server.client.removeObject(BUCKET, `${PREFIX}/${folder}/${path}`),
    };
  });
}

describe.each(servers)("the reader of $name", (server) => {
  const reader = new Client({
    endPoint: server.endpoint.hostname,
    port: Number(server.endpoint.port),
    useSSL: false,
    region: "us-east-1",
    ...READER,
  });
  const denied = { code: "AccessDenied" };
  const list = (prefix: string) => reader.listObjectsV2(BUCKET, prefix, true).toArray();

  test("may list and read its prefix", async () => {
    await server.put("rights", new Map([["inside", Buffer.from("read me")]]));

    expect(await list(`${PREFIX}/rights/`)).toHaveLength(1);
    expect(
      String(Buffer.concat(await (await reader.getObject(BUCKET, `${PREFIX}/rights/inside`)).toArray())),
    ).toBe("read me");
  });

  test("may not write, neither in its prefix nor elsewhere, and not delete", async () => {
    await server.put("rights", new Map([["inside", Buffer.from("read me")]]));

    for (const key of [`${PREFIX}/rights/inside`, `${PREFIX}/new`, "new"]) {
      await expect(reader.putObject(BUCKET, key, Buffer.from("written"))).rejects.toMatchObject(denied);
    }
    await expect(reader.removeObject(BUCKET, `${PREFIX}/rights/inside`)).rejects.toMatchObject(denied);
    await expect(reader.makeBucket("another-bucket", "us-east-1")).rejects.toMatchObject(denied);
    expect(await list(`${PREFIX}/rights/`)).toHaveLength(1);
  });

  test("may neither list nor read anything else", async () => {
    await server.client.putObject(BUCKET, "elsewhere/secret", Buffer.from("not for the reader"));

    await expect(list("elsewhere/")).rejects.toMatchObject(denied);
    await expect(list("")).rejects.toMatchObject(denied);
    await expect(reader.getObject(BUCKET, "elsewhere/secret")).rejects.toMatchObject(denied);
    await expect(reader.statObject(BUCKET, "elsewhere/secret")).rejects.toThrow(
      /denied|Valid and authorized/i,
    );
  });
});
