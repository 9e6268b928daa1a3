import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeCredentials, readStoreCredentials } from "../../src/credentials/index.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function read(environment: Record<string, string>) {
  const faults: string[] = [];
  const credentials = readStoreCredentials(environment, (fault) => faults.push(fault));
  return { credentials, faults };
}

const keys = { S3_ACCESS_KEY: "ASIA-of-a-test", S3_SECRET_KEY: "the-secret" };
const amazons = { AWS_ACCESS_KEY_ID: "AKIA-of-a-test", AWS_SECRET_ACCESS_KEY: "amazons-secret" };
const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials" };
const instance = { AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://169.254.169.254" };
const role = { AWS_ROLE_ARN: "arn:aws:iam::1:role/f", AWS_WEB_IDENTITY_TOKEN_FILE: "/var/run/token" };

test.each([
  ["nothing", {}, { accessKey: null, secretKey: null }, "anonymously"],
  [
    "what Amazon's variables say of others",
    { AWS_REGION: "eu-central-1", AWS_ROLE_ARN: "arn:aws:iam::1:role/f", AWS_PROFILE: "default" },
    { accessKey: null, secretKey: null },
    "anonymously",
  ],
  ["keys", keys, { accessKey: "ASIA-of-a-test", secretKey: "the-secret" }, "as ASIA…"],
  [
    "temporary keys",
    { ...keys, S3_SESSION_TOKEN: "the-token\n" },
    { accessKey: "ASIA-of-a-test", secretKey: "the-secret", sessionToken: "the-token" },
    "as ASIA… with a session token",
  ],
  [
    "keys beside roles",
    { ...container, ...role, ...keys },
    { accessKey: "ASIA-of-a-test", secretKey: "the-secret" },
    "as ASIA…",
  ],
  [
    "keys in Amazon's variables beside roles",
    { ...container, ...role, ...amazons },
    { accessKey: "AKIA-of-a-test", secretKey: "amazons-secret" },
    "as AKIA… of AWS_ACCESS_KEY_ID",
  ],
  [
    "temporary keys in Amazon's variables",
    { ...amazons, AWS_SESSION_TOKEN: "amazons-token" },
    { accessKey: "AKIA-of-a-test", secretKey: "amazons-secret", sessionToken: "amazons-token" },
    "as AKIA… of AWS_ACCESS_KEY_ID with a session token",
  ],
  [
    "keys beside Amazon's variables, without the token of those",
    { ...amazons, AWS_SESSION_TOKEN: "amazons-token", ...keys },
    { accessKey: "ASIA-of-a-test", secretKey: "the-secret" },
    "as ASIA…",
  ],
  [
    "keys beside half of a pair in Amazon's variables",
    { AWS_ACCESS_KEY_ID: "AKIA", ...keys },
    { accessKey: "ASIA-of-a-test", secretKey: "the-secret" },
    "as ASIA…",
  ],
  [
    "variables of keys that are empty",
    { S3_ACCESS_KEY: " ", S3_SECRET_KEY_FILE: "", ...amazons },
    { accessKey: "AKIA-of-a-test", secretKey: "amazons-secret" },
    "as AKIA… of AWS_ACCESS_KEY_ID",
  ],
  [
    "EKS Pod Identity",
    { ...container, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/var/run/eks" },
    {
      source: {
        type: "container",
        address: new URL("http://169.254.170.23/v1/credentials"),
        token: null,
        tokenFile: "/var/run/eks",
      },
    },
    "with keys of the container's role, from http://169.254.170.23",
  ],
  [
    "ECS",
    { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/v2/secret-path", AWS_CONTAINER_AUTHORIZATION_TOKEN: "t" },
    { source: { address: new URL("http://169.254.170.2/v2/secret-path"), token: "t", tokenFile: null } },
    "with keys of the container's role, from http://169.254.170.2",
  ],
  [
    "the role of a machine",
    instance,
    { source: { type: "instance", address: new URL("http://169.254.169.254") } },
    "with keys of the machine's role, from http://169.254.169.254",
  ],
  [
    "the role of a machine that is not to be asked for",
    { ...instance, AWS_EC2_METADATA_DISABLED: "true" },
    { accessKey: null },
    "anonymously",
  ],
  [
    "the role of a container before that of its machine",
    { ...instance, ...container },
    { source: { type: "container" } },
    "with keys of the container's role, from http://169.254.170.23",
  ],
  [
    "a role of a service account",
    { ...container, ...role, AWS_REGION: "eu-central-1" },
    {
      source: {
        type: "web-identity",
        role: "arn:aws:iam::1:role/f",
        tokenFile: "/var/run/token",
        session: "featurescope",
        service: new URL("https://sts.eu-central-1.amazonaws.com"),
      },
    },
    "with keys of arn:aws:iam::1:role/f, from https://sts.eu-central-1.amazonaws.com",
  ],
  [
    "a service elsewhere",
    { ...role, AWS_ENDPOINT_URL_STS: "http://minio:9000", AWS_ROLE_SESSION_NAME: "me" },
    { source: { session: "me", service: new URL("http://minio:9000") } },
    "with keys of arn:aws:iam::1:role/f, from http://minio:9000",
  ],
  [
    "a service where all are",
    { ...role, AWS_ENDPOINT_URL: "http://localstack:4566" },
    { source: { service: new URL("http://localstack:4566") } },
    "with keys of arn:aws:iam::1:role/f, from http://localstack:4566",
  ],
  [
    "China",
    { ...role, AWS_DEFAULT_REGION: "cn-north-1" },
    { source: { service: new URL("https://sts.cn-north-1.amazonaws.com.cn") } },
    "with keys of arn:aws:iam::1:role/f, from https://sts.cn-north-1.amazonaws.com.cn",
  ],
])("%s", (_what, environment, expected, words) => {
  const { credentials, faults } = read(environment);

  expect(faults).toEqual([]);
  expect(credentials).toMatchObject(expected);
  for (const part of ["source", "sessionToken"]) expect(part in credentials).toBe(part in expected);
  expect(describeCredentials(credentials)).toBe(words);
});

test.each([
  [{ S3_ACCESS_KEY: "key" }, "S3_ACCESS_KEY and S3_SECRET_KEY: expected both or none, found one"],
  [
    { ...amazons, S3_SECRET_KEY: "the-secret" },
    "S3_ACCESS_KEY and S3_SECRET_KEY: expected both or none, found one",
  ],
  [
    { ...role, AWS_SECRET_ACCESS_KEY: "amazons-secret" },
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: expected both or none, found one",
  ],
  [
    { AWS_SESSION_TOKEN: "amazons-token" },
    "AWS_SESSION_TOKEN: expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY with it, found neither",
  ],
  [
    { S3_SESSION_TOKEN: "the-token" },
    "S3_SESSION_TOKEN: expected S3_ACCESS_KEY and S3_SECRET_KEY with it, found neither",
  ],
  [
    { ...keys, S3_SESSION_TOKEN_FILE: "/nowhere" },
    "S3_SESSION_TOKEN_FILE: expected a file that can be read, found none at /nowhere. Correct the path",
  ],
  [{ ...role, AWS_ENDPOINT_URL_STS: "minio:9000" }, /^AWS_ENDPOINT_URL_STS: expected an address/],
  [{ ...role, AWS_ENDPOINT_URL: "minio:9000" }, /^AWS_ENDPOINT_URL: expected an address/],
  // Keys must not be had from whoever listens on the way.
  [
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://example.com/" },
    /^AWS_CONTAINER_CREDENTIALS_FULL_URI: expected an address by https, or of this machine/,
  ],
  [
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://127.0.0.1.example.com/" },
    /^AWS_CONTAINER_CREDENTIALS_FULL_URI:/,
  ],
  [{ AWS_CONTAINER_CREDENTIALS_FULL_URI: "x" }, /^AWS_CONTAINER_CREDENTIALS_FULL_URI:/],
  [
    { AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://169.254.170.2" },
    /^AWS_EC2_METADATA_SERVICE_ENDPOINT: expected http:\/\/169\.254\.169\.254, or an address by https/,
  ],
  [{ AWS_EC2_METADATA_SERVICE_ENDPOINT: "169.254.169.254" }, /^AWS_EC2_METADATA_SERVICE_ENDPOINT:/],
  [{ AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.169.254/" }, /^AWS_CONTAINER_CREDENTIALS_FULL_URI:/],
  [{ AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "@example.com/" }, /^AWS_CONTAINER_CREDENTIALS_RELATIVE_URI:/],
])("%j is refused in one sentence", (environment, fault) => {
  expect(read(environment).faults).toEqual([expect.stringMatching(fault)]);
});

test.each([
  "http://localhost:80/",
  "http://127.1.2.3/",
  "http://[::1]/",
  "http://[fd00:ec2::23]/",
  "https://x.example/",
])("%s may give keys", (address) => {
  expect(read({ AWS_CONTAINER_CREDENTIALS_FULL_URI: address })).toMatchObject({
    faults: [],
    credentials: { source: { type: "container" } },
  });
});

test("keys in files are read again, but not while they are half", () => {
  const environment = {
    S3_ACCESS_KEY_FILE: file("access", "first-key\n"),
    S3_SECRET_KEY_FILE: file("secret", "first-secret\n"),
    S3_SESSION_TOKEN_FILE: file("token", "first-token\n"),
  };
  const { credentials } = read(environment);
  const { source } = credentials;
  if (source?.type !== "files") throw new Error("expected files");
  expect(describeCredentials(credentials)).toBe("as firs… with a session token, read again from files");

  file("access", "second-key");
  file("secret", "");
  expect(source.read).toThrow("expected keys in the files of S3_ACCESS_KEY and S3_SECRET_KEY, found none");
  file("secret", "second-secret");
  file("token", "second-token");
  expect(source.read()).toEqual({
    accessKey: "second-key",
    secretKey: "second-secret",
    sessionToken: "second-token",
    ends: Infinity,
  });
});
