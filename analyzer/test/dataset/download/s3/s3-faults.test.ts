import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { startFakeS3 } from "../../../../../gateway/test/support/fake-s3.js";
import { startMinio } from "../../../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../../../gateway/test/support/servers/obtain.js";
import { BUCKET, PREFIX, READER, ROOT } from "../../../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../../../gateway/test/support/servers/seaweedfs.js";
import { Database } from "../../../../src/dataset/database.js";
import { s3Download } from "../../../../src/dataset/download/s3/s3-download.js";
import { openDataset } from "../../../../src/dataset/open-dataset.js";
import { levelsOf, numbersOf, withDataset } from "../../read-columns.js";
import { tableFolder } from "../../table-folder.js";

const { writeParquet } = tableFolder();
const servers = [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)].filter(
  (server) => server !== null,
);
afterAll(() => Promise.all(servers.map((server) => server.stop())));

type Environment = Record<string, string>;

async function messageOf(address: string, environment: Environment, idleMs = 2000): Promise<string> {
  const database = await Database.open();
  try {
    await s3Download(database, address, { environment }, { idleMs, pauseMs: 5 });
    return "copied";
  } catch (error) {
    const { code, message } = error as Error & { code: string };
    return `${code}: ${message}`;
  } finally {
    database.close();
  }
}

describe.each(servers)("$name", (server) => {
  const address = `s3://${BUCKET}/${PREFIX}/faults/rows`;
  const reader = server.environment(READER);

  test.each([
    [
      "a wrong secret",
      { ...reader, S3_SECRET_KEY: "not-the-secret" },
      "Check S3_ACCESS_KEY and S3_SECRET_KEY",
    ],
    ["an unknown key", { ...reader, S3_ACCESS_KEY: "nobody-knows" }, "Check S3_ACCESS_KEY and S3_SECRET_KEY"],
    ["no keys", { S3_ENDPOINT_URL: server.endpoint.origin }, "Set S3_ACCESS_KEY and S3_SECRET_KEY"],
  ])("%s is told for what it is", async (_what, environment: Environment, advice) => {
    await server.put("faults", [["rows", Buffer.from("a\n1\n")]]);
    for (const source of [address, `s3://${BUCKET}/${PREFIX}/faults/`]) {
      const message = await messageOf(source, environment);
      expect(message).toContain(
        `input-unreadable: Cannot read ${source}: expected to get and list ${source} at`,
      );
      expect(message).toMatch(new RegExp(`found: [A-Z]\\w+\\. ${advice}, and what they may do\\.$`));
      for (const secret of [READER.secretKey, "not-the-secret", "nobody-knows"])
        expect(message).not.toContain(secret);
    }
  });

  test("what its reader may not see is told for what it is", async () => {
    await server.client.putObject(BUCKET, "elsewhere/rows", Buffer.from("a\n1\n"));
    for (const key of ["elsewhere/rows", "elsewhere/", "elsewhere/*"]) {
      expect(await messageOf(`s3://${BUCKET}/${key}`, reader)).toContain(
        "found: AccessDenied. Check S3_ACCESS_KEY",
      );
    }
  });

  test("a bucket that is not there is told for what it is", async () => {
    for (const key of ["rows", "folder/", "part-*"]) {
      const source = `minio://no-such-bucket/${key}`;
      expect(await messageOf(source, server.environment(ROOT))).toBe(
        `input-unreadable: Cannot read ${source}: expected bucket no-such-bucket at ${server.endpoint.origin}, found none. Correct the address, or set S3_ENDPOINT_URL to the bucket's store.`,
      );
    }
  });
});

test("a store that is not there, hangs, or is something else is told for what it is", async () => {
  const nobody = { S3_ENDPOINT_URL: "http://127.0.0.1:9" };
  expect(await messageOf("s3://bucket/rows", nobody)).toMatch(
    /^input-unreadable: Cannot read s3:\/\/bucket\/rows: expected an S3 store at http:\/\/127.0.0.1:9, found: ECONNREFUSED.*\. Start it, or correct S3_ENDPOINT_URL\.$/,
  );
  expect(await messageOf("minio://bucket/rows", { AWS_ENDPOINT_URL: "http://127.0.0.1:9" })).toMatch(
    /found: ECONNREFUSED.*\. Start it, or correct AWS_ENDPOINT_URL\.$/,
  );
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const hanging = { S3_ENDPOINT_URL: `http://127.0.0.1:${port}` };
  expect(await messageOf("s3://bucket/rows", hanging, 100)).toContain(
    "found: no answer within 0.1 s. Start it",
  );
  const fake = await startFakeS3();
  fake.fault = (_request, response) => {
    response.end("<html>Please sign in.</html>");
    return true;
  };
  expect(await messageOf("s3://bucket/", { S3_ENDPOINT_URL: fake.endpoint.origin })).toMatch(
    /expected an S3 store at .*, found: Missing tag: "ListBucketResult"\. Start it, or correct S3_ENDPOINT_URL\.$/,
  );
});

function refuse(response: ServerResponse): true {
  response.writeHead(403).end("<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
  return true;
}

test("a store that refuses what is not there, as AWS does to who may not list, is understood", async () => {
  const fake = await startFakeS3(
    new Map([
      ["rows", Buffer.from("a\n1\n")],
      ["empty", Buffer.from("")],
    ]),
  );
  const environment = { S3_ENDPOINT_URL: fake.endpoint.origin };
  let mayList = true;
  fake.fault = ({ url = "" }, response) => {
    if (url.includes("list-type")) return mayList ? false : refuse(response);
    return fake.objects.has(url.slice("/reports/".length)) ? false : refuse(response);
  };
  expect(await messageOf("s3://reports/absent", environment)).toContain(
    "expected an object, found none there.",
  );
  mayList = false;
  expect(await messageOf("s3://reports/absent", environment)).toContain(
    "found: AccessDenied. Set S3_ACCESS_KEY",
  );
  // Who may get one object only needs no more.
  expect(await messageOf("s3://reports/rows", environment)).toBe("copied");
  expect(await messageOf("s3://reports/empty", environment)).toBe("copied");
});

test("whatever else a store says of an object is told, without another attempt", async () => {
  const fake = await startFakeS3();
  fake.fault = (_request, response) => {
    response
      .writeHead(403)
      .end("<Error><Code>InvalidObjectState</Code><Message>It is in an archive.</Message></Error>");
    return true;
  };
  const { origin } = fake.endpoint;
  expect(await messageOf("s3://reports/rows", { S3_ENDPOINT_URL: origin })).toBe(
    `input-unreadable: Cannot read s3://reports/rows: expected to get and list s3://reports/rows at ${origin}, found: InvalidObjectState: It is in an archive. Correct the address, or see the store's own log.`,
  );
  expect(fake.calls).toBe(1);
});

test("faults of the environment and of the address are told before any call, without a password", async () => {
  expect(await messageOf("minio://bucket/rows", { S3_ACCESS_KEY: "key" })).toBe(
    "invalid-configuration: Cannot read minio://bucket/rows: S3_ENDPOINT_URL: expected the store's address such as http://seaweedfs:8333, found none; S3_ACCESS_KEY and S3_SECRET_KEY: expected both or none, found one.",
  );
  const names = [
    "",
    "/rows",
    "Bucket_/rows",
    "Bucket/rows",
    "a..b/rows",
    "10.0.0.1/rows",
    "key:password@bucket/rows",
    "b",
  ];
  for (const address of names.map((name) => `s3://${name}`)) {
    const message = await messageOf(address, {});
    expect(message).toMatch(
      /^input-unreadable: Cannot read s3:.*, found no name of a bucket\. Correct the address/,
    );
    expect(message).not.toContain("password");
  }
  await expect(openDataset("postgres://me:password@host/rows", {})).rejects.toThrow(
    "Cannot read postgres://host/rows: expected a file, a pattern, s3://",
  );
});

test("faults and remarks of what was copied call objects by their addresses, also those that show late", async () => {
  const parquet = await writeParquet(
    "late.parquet",
    "SELECT range AS a, 'level ' || range AS b FROM range(50_000)",
  );
  const body = readFileSync(parquet);
  body.fill(0x77, 100, 60_000);
  const fake = await startFakeS3(
    new Map([
      ["late", body],
      ["parts/1", Buffer.from("a\n1\n")],
      ["parts/2", Buffer.from("")],
      ["ragged", Buffer.from("a,b\n1,2\n3\n")],
    ]),
  );
  const environment = { S3_ENDPOINT_URL: fake.endpoint.origin };
  await expect(openDataset("s3://reports/ragged", { environment })).rejects.toThrow(
    /^Cannot read s3:\/\/reports\/ragged: expected 2 values in line 3, found 1/,
  );
  await withDataset("s3://reports/parts/?", { environment }, async (dataset) => {
    expect(dataset.notes).toEqual(["s3://reports/parts/2 is an empty file"]);
    expect(await numbersOf(dataset, "a")).toEqual([1]);
  });
  await withDataset("s3://reports/late", { environment }, async (dataset) => {
    const readings = [numbersOf(dataset, "a"), levelsOf(dataset, "b"), dataset.valueCounts("a")];
    const faults = (await Promise.allSettled(readings)).map((reading) =>
      reading.status === "rejected" ? String(reading.reason) : "",
    );
    expect(faults.join("\n")).toContain("s3://reports/late");
    expect(faults.join("\n")).not.toContain("featurescope-");
  });
});
