import { expect, test } from "vitest";
import { CredentialsError, type StoreCredentials } from "../../src/credentials/index.js";
import { bucketError } from "../../src/publish/bucket-error.js";

const location = {
  endpoint: new URL("https://minio.bank.example"),
  region: "us-east-1",
  bucket: "mlpipeline",
  prefix: "",
  accessKey: null,
  secretKey: null,
};

test.each([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
])("a certificate of a company's own authority is told for what it is: %s", (code) => {
  const cause = Object.assign(new Error("no"), { code });

  const { message, code: own } = bucketError(location, cause);

  expect([own, message]).toEqual([
    "store-unreachable",
    `expected a certificate of https://minio.bank.example that this machine trusts, found: ${code}; name the file of its authority's certificate in NODE_EXTRA_CA_CERTS`,
  ]);
});

const keys = { accessKey: "key", secretKey: "secret" };
const address = new URL("http://169.254.170.23/v1/credentials");
const container = { type: "container" as const, address, token: null, tokenFile: null };

test.each<[string, StoreCredentials, string]>([
  ["nobody", { accessKey: null, secretKey: null }, "set S3_ACCESS_KEY and S3_SECRET_KEY"],
  ["keys", keys, "check S3_ACCESS_KEY and S3_SECRET_KEY"],
  [
    "keys in files",
    { ...keys, source: { type: "files", read: () => ({ ...keys, sessionToken: null, ends: Infinity }) } },
    "check the files of S3_ACCESS_KEY and S3_SECRET_KEY",
  ],
  [
    "temporary keys",
    { ...keys, sessionToken: "token" },
    "check S3_ACCESS_KEY and S3_SECRET_KEY, and S3_SESSION_TOKEN, which ends with them",
  ],
  [
    "keys of Amazon's variables",
    {
      ...keys,
      sessionToken: "token",
      keyVariables: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
    },
    "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN, which ends with them",
  ],
  [
    "a role",
    { accessKey: null, secretKey: null, source: container },
    "check the role that AWS_ variables name",
  ],
])("who is refused is told what to look at: %s", (_who, credentials, advice) => {
  for (const code of ["AccessDenied", "ExpiredToken", "InvalidTokenId"]) {
    const { message } = bucketError(
      { ...location, ...credentials },
      Object.assign(new Error("no"), { code }),
    );

    expect(message).toMatch(new RegExp(`found: ${code}; ${advice}, and what they may do$`));
  }
});

test("keys that cannot be had are not taken for a store that cannot be reached", () => {
  const cause = new CredentialsError("expected keys from http://169.254.170.23, found: ECONNREFUSED");
  const wrapped = new Error("Unable to get credentials", { cause });
  const { message } = bucketError({ ...location, source: container }, wrapped);

  expect(message).toBe(
    "expected keys from http://169.254.170.23, found: ECONNREFUSED; correct what AWS_ variables name, or set S3_ACCESS_KEY and S3_SECRET_KEY",
  );
});
