import { expect, test } from "vitest";
import { describeConfig } from "../../src/config/describe-config.js";
import { readConfig } from "../../src/config/read-config.js";

const bucket = { STORE: "s3://mlpipeline" };
const pairsOf = (environment: Record<string, string>) =>
  readConfig(environment).unread.map(({ name, like }) => `${name} like ${like}`);

test.each([
  [{ POLL_SECOND: "1" }, "POLL_SECOND like POLL_SECONDS"],
  [{ CORS_ORIGIN: "*" }, "CORS_ORIGIN like CORS_ORIGINS"],
  [{ ACCESS_TOKEN: "x" }, "ACCESS_TOKEN like ACCESS_TOKENS"],
  [{ SIGNING_KEY_FILE: "x" }, "SIGNING_KEY_FILE like SIGNING_KEYS"],
  [{ ...bucket, S3_ENDPOINT: "http://minio:9000" }, "S3_ENDPOINT like S3_ENDPOINT_URL"],
  [{ ...bucket, S3_SECRET_ACCESS_KEY: "x" }, "S3_SECRET_ACCESS_KEY like S3_ACCESS_KEY"],
])("a variable whose name is nearly one that is read is told: %j", (environment, told) => {
  expect(pairsOf(environment)).toEqual([told]);
});

test("a file beside the list itself is told: nobody follows it", () => {
  const hooks = { HOOK_TOKENS: "a-secret-of-sixteen", HOOK_TOKENS_FILE: "/etc/featurescope/hooks" };
  expect(pairsOf(hooks)).toEqual(["HOOK_TOKENS_FILE like HOOK_TOKENS"]);
});

test("what others need is not told: of another store, of Amazon's libraries, of Kubernetes' services", () => {
  const others = {
    HOME: "/root",
    PORTS: "1",
    S3_ENDPOINT: "http://minio:9000",
    S3_SERVICE_HOST: "10.0.0.1",
    S3_PORT_9000_TCP: "tcp://10.0.0.1:9000",
    AWS_PROFILE: "bank",
    AWS_REGION_NAME: "eu-west-1",
  };
  expect(pairsOf(others)).toEqual([]);
});

test("--check shows it, without its value", () => {
  const lines = describeConfig(readConfig({ ACCESS_TOKEN: "a-secret", POLL_SECOND: "1" }));
  expect(lines.at(-1)).toBe(
    "does not read   ACCESS_TOKEN (ACCESS_TOKENS is read), POLL_SECOND (POLL_SECONDS is read)",
  );
  expect(describeConfig(readConfig({})).join()).not.toContain("does not read");
});
