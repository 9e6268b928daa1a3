import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.js";
import { temporaryFolder } from "../support/temporary-folder.js";

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof FeaturescopeError && error.code === "invalid-configuration")
      return error.message.split("\n");
    throw error;
  }
}

test("without any variable it serves ./reports to this machine only", () => {
  expect(readConfig({})).toEqual({
    store: { type: "directory", folder: resolve("reports") },
    catalog: "commit-log",
    mlMetadata: null,
    host: "127.0.0.1",
    port: 8000,
    adminPort: null,
    publicUrl: null,
    elements: join(import.meta.dirname, "../../../elements/dist"),
    pollSeconds: 5,
    corsOrigins: [],
    cacheBytes: 128 * 1024 * 1024,
    defaultPipeline: null,
    accessTokens: null,
    issuer: null,
    signingKeys: null,
    hookTokens: null,
    listFiles: [],
    maxStreams: 5000,
    maxStreamsPerClient: 100,
    drainSeconds: 0,
    unread: [],
  });
});

test("variables are taken as they are meant; an empty one counts as not set", () => {
  expect(
    readConfig({
      STORE: "/data/reports",
      CATALOG: "scan",
      HOST: "0.0.0.0",
      ALLOW_ANONYMOUS: "true",
      PORT: "0",
      PUBLIC_URL: "https://features.example.com/x/",
      POLL_SECONDS: "0.5",
      CORS_ORIGINS: "https://a.example, http://b.example:8080",
      CACHE_MB: "1",
      DEFAULT_PIPELINE: "信用",
      ELEMENTS: " ",
    }),
  ).toMatchObject({
    store: { type: "directory", folder: "/data/reports" },
    catalog: "scan",
    host: "0.0.0.0",
    port: 0,
    publicUrl: new URL("https://features.example.com/x/"),
    pollSeconds: 0.5,
    corsOrigins: ["https://a.example", "http://b.example:8080"],
    cacheBytes: 1024 * 1024,
    defaultPipeline: "信用",
    drainSeconds: 5,
  });
});

test.each(["http://minio:9000/base", "http://me:secret@minio:9000", "http://minio:9000/?x=1"])(
  "an address of a store of which a part would not be used is refused, without what may be secret in it: %s",
  (address) => {
    const [fault] = faultsOf({ STORE: "s3://mlpipeline/x", S3_ENDPOINT_URL: address });

    expect(fault).toContain(
      "S3_ENDPOINT_URL: expected an address without a path such as http://seaweedfs:8333",
    );
    expect(fault).not.toContain("secret");
  },
);

test.each(["a/b", "/a/b/", "a//b", "//a/b//"])(
  "a prefix is the folder that `featurescope publish` would write into: s3://mlpipeline/%s",
  (prefix) => {
    expect(readConfig({ STORE: `s3://mlpipeline/${prefix}` }).store).toMatchObject({ prefix: "a/b" });
  },
);

test("where clients reach the gateway is a folder, so that what is below it is found by name", () => {
  const { publicUrl } = readConfig({ PUBLIC_URL: "https://features.example.com/x" });

  expect(publicUrl?.href).toBe("https://features.example.com/x/");
  expect(new URL("signed/1/s/a.png", publicUrl!).pathname).toBe("/x/signed/1/s/a.png");
});

test.each(["s3:/mlpipeline/reports", "S3://mlpipeline", "s3://ML_Pipeline", "s3://b/x", "gs://mlpipeline"])(
  "STORE=%s is no folder, and it is told what names a bucket",
  (store) => {
    expect(faultsOf({ STORE: store })).toEqual([
      `STORE: expected a folder or s3://bucket/prefix, the bucket's name of 3 to 63 lower-case letters, digits, dots and dashes, found "${store}"`,
    ]);
  },
);

test("all faults are told at once, each with what was expected and found", () => {
  const faults = faultsOf({
    CATALOG: "glob",
    PORT: "80a",
    POLL_SECONDS: "0",
    PUBLIC_URL: "ftp://x",
    CORS_ORIGINS: "a",
  });

  expect(faults).toEqual([
    'CATALOG: expected one of commit-log, scan, mlmd, found "glob"',
    'PORT: expected a number from 0 to 65535, found "80a"',
    'PUBLIC_URL: expected an address such as https://features.example.com/, found "ftp://x"',
    'POLL_SECONDS: expected a number from 0.1 to 86400, found "0"',
    'CORS_ORIGINS: expected origins such as https://console.example.com, separated by commas, or * alone, found "a"',
  ]);
});

test.each([
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["PORT", "-1"],
  ["CORS_ORIGINS", "*,https://a.example"],
  ["CORS_ORIGINS", "https://a.example/"],
  ["CORS_ORIGINS", "https://a.example/path"],
  ["CORS_ORIGINS", "null"],
  ["CACHE_MB", "1e9"],
  ["ALLOW_ANONYMOUS", "yes"],
])("%s=%s is refused", (name, value) => {
  expect(faultsOf({ [name]: value })).toHaveLength(1);
});

test.each(["0.0.0.0", "::", "192.168.1.2", "features.example.com"])(
  "it does not open itself to others by accident: HOST=%s",
  (host) => {
    expect(faultsOf({ HOST: host })[0]).toContain("ALLOW_ANONYMOUS=true");
    expect(faultsOf({ HOST: host, ALLOW_ANONYMOUS: "true" })).toEqual([]);
  },
);

test.each(["127.0.0.1", "127.8.8.8", "::1", "localhost"])("HOST=%s is this machine", (host) => {
  expect(readConfig({ HOST: host }).host).toBe(host);
});

test.each(["[::]", "localhost:80", "http://0.0.0.0", "a b"])("HOST=%s is no address to listen on", (host) => {
  const expected = `HOST: expected an address such as 0.0.0.0 or ::, without brackets and port, found "${host}"`;
  expect(faultsOf({ HOST: host })).toEqual([expected]);
  expect(faultsOf({ HOST: host, ALLOW_ANONYMOUS: "true" })).toEqual([expected]);
});

test("a folder without the elements' bundle is told, as pages would be blank", async () => {
  const folder = temporaryFolder();
  expect(faultsOf({ ELEMENTS: folder })).toEqual([
    `ELEMENTS: expected a folder with featurescope.js in it, as npm run build makes, found "${folder}"`,
  ]);
  await writeFile(join(folder, "featurescope.js"), "");
  expect(readConfig({ ELEMENTS: folder }).elements).toBe(folder);
});

test.each([{ PORT: "9000", ADMIN_PORT: "9000" }, { ADMIN_PORT: "8000" }])(
  "the port of probes is another one: %j",
  ({ PORT = "8000", ADMIN_PORT }) => {
    expect(faultsOf({ PORT, ADMIN_PORT })).toEqual([
      `ADMIN_PORT: expected another port than PORT, which is ${PORT}, found "${ADMIN_PORT}"`,
    ]);
    expect(faultsOf({ PORT: "0", ADMIN_PORT: "0" })).toEqual([]);
  },
);

test.each(["https://user:secret@a.example/", "https://a.example/?key=secret", "https://a.example/#secret"])(
  "PUBLIC_URL=%s would put a secret into every signed address, and is not shown",
  (address) => {
    expect(faultsOf({ PUBLIC_URL: address })).toEqual([
      "PUBLIC_URL: expected an address alone, found one with a user, a query or a fragment",
    ]);
  },
);

test("a bucket is named as STORE, or as in the first design; secrets may be in files", async () => {
  const file = join(temporaryFolder(), "secret");
  await writeFile(file, "from-a-file\n");
  const s3 = {
    type: "s3",
    endpoint: new URL("http://seaweedfs:8333"),
    bucket: "mlpipeline",
    region: "us-east-1",
    accessKey: "key",
  };
  const first = { S3_ENDPOINT_URL: "http://seaweedfs:8333", S3_ACCESS_KEY: "key", S3_SECRET_KEY: "secret" };

  expect(readConfig({ ...first, S3_BUCKET: "mlpipeline" }).store).toEqual({
    ...s3,
    prefix: "",
    secretKey: "secret",
    endpointVariable: "S3_ENDPOINT_URL",
    keyVariables: ["S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_SESSION_TOKEN"],
  });
  expect(
    readConfig({
      STORE: "s3://mlpipeline/v2/reports/",
      S3_BUCKET: "not-this-one",
      S3_ENDPOINT_URL: "http://seaweedfs:8333",
      S3_ACCESS_KEY: "key",
      S3_SECRET_KEY_FILE: file,
    }).store,
  ).toMatchObject({ ...s3, prefix: "v2/reports", secretKey: "from-a-file", source: { type: "files" } });
  expect(readConfig({ STORE: "s3://mlpipeline" }).store).toMatchObject({
    endpoint: new URL("https://s3.amazonaws.com"),
    accessKey: null,
    secretKey: null,
  });
  expect(
    readConfig({
      STORE: "s3://mlpipeline",
      AWS_ENDPOINT_URL: "http://seaweedfs:8333",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_REGION: "eu-central-1",
    }).store,
  ).toMatchObject({ ...s3, region: "eu-central-1", secretKey: "secret" });
});

test("ML Metadata is where Kubeflow has it, unless it is said otherwise", () => {
  const store = { STORE: "s3://mlpipeline/v2/artifacts", CATALOG: "mlmd" };

  expect(readConfig(store)).toMatchObject({
    catalog: "mlmd",
    mlMetadata: { address: "metadata-grpc-service.kubeflow:8080", tls: false, namespace: null },
  });
  const said = { MLMD_ADDRESS: "[::1]:443", MLMD_TLS: "true", MLMD_NAMESPACE: "team-a" };
  expect(readConfig({ ...store, ...said }).mlMetadata).toEqual({
    address: "[::1]:443",
    tls: true,
    namespace: "team-a",
  });
  expect(readConfig(said).mlMetadata).toBe(null);
});

test.each([
  [{ MLMD_ADDRESS: "metadata" }, "MLMD_ADDRESS"],
  [{ MLMD_ADDRESS: "metadata:0" }, "MLMD_ADDRESS"],
  [{ MLMD_ADDRESS: "metadata:65536" }, "MLMD_ADDRESS"],
  [{ MLMD_ADDRESS: "http://metadata:8080" }, "MLMD_ADDRESS"],
  [{ MLMD_ADDRESS: "unix:/run/x:1" }, "MLMD_ADDRESS"],
  [{ MLMD_TLS: "yes" }, "MLMD_TLS"],
  [{ MLMD_NAMESPACE: "Team A" }, "MLMD_NAMESPACE"],
])("%j cannot be followed to ML Metadata", (environment, name) => {
  const faults = faultsOf({ CATALOG: "mlmd", PORT: "x", ...environment });

  expect(new Set(faults.map((fault) => fault.split(":")[0]))).toEqual(new Set([name, "PORT"]));
});

test.each([
  [{ STORE: "s3://" }, "STORE"],
  [{ STORE: "s3://UPPER/x" }, "STORE"],
  [{ STORE: "https://example.com/x" }, "STORE"],
  [{ S3_BUCKET: "a/b c" }, "S3_BUCKET"],
  [{ STORE: "s3://bucket", S3_ACCESS_KEY: "key" }, "S3_ACCESS_KEY and S3_SECRET_KEY"],
  [{ STORE: "s3://bucket", CATALOG: "scan" }, "CATALOG"],
  [{ STORE: "s3://bucket", S3_ACCESS_KEY: "key", S3_SECRET_KEY_FILE: "/nowhere" }, "S3_SECRET_KEY_FILE"],
  [{ HOOK_TOKENS: "short" }, "HOOK_TOKENS"],
])("%j cannot be followed, and the fault says which variable", (environment, name) => {
  const faults = faultsOf(environment);

  expect(faults.some((fault) => fault.startsWith(`${name}:`))).toBe(true);
  expect(faults.join()).not.toContain('short"');
});

test("hooks need a token where others can reach the gateway", () => {
  const token = "a-token-of-sixteen-characters";

  expect(readConfig({ HOST: "0.0.0.0", ALLOW_ANONYMOUS: "true" }).hookTokens).toEqual([]);
  expect(readConfig({ HOOK_TOKENS: `${token}, ${token}2` }).hookTokens).toEqual([token, `${token}2`]);
});

test.each(["ACCESS_TOKENS", "SIGNING_KEYS", "HOOK_TOKENS"])(
  "an empty file of %s opens nothing: it is a fault",
  async (name) => {
    const file = join(temporaryFolder(), "empty");
    await writeFile(file, " \n");

    expect(faultsOf({ [`${name}_FILE`]: file })[0]).toMatch(
      new RegExp(`^${name}_FILE: expected a file with at least one entry`),
    );
  },
);
