import { expect, test } from "vitest";
import { describeConfig } from "../../src/config/describe-config.js";
import { readConfig } from "../../src/config/read-config.js";

const hints = (environment: Record<string, string>) =>
  describeConfig(readConfig(environment)).find((line) => line.startsWith("hints from"));

test("who may give hints is told: everyone on this machine, else those with tokens, else nobody", () => {
  expect(hints({})).toMatch(/ everyone who can reach it$/);
  const open = { HOST: "0.0.0.0", ALLOW_ANONYMOUS: "true" };
  expect(hints(open)).toMatch(/ nobody, as HOOK_TOKENS is not set$/);
  expect(hints({ ...open, HOOK_TOKENS: "a-secret-of-sixteen" })).toMatch(
    / holders of one of [1-9]\d* tokens$/,
  );
});

const found = (environment: Record<string, string>) =>
  describeConfig(readConfig(environment)).find((line) => line.startsWith("found by"));

test("where reports are found is told, and whose", () => {
  expect(found({})).toBe("found by        commit-log, with a look every 5 s");
  expect(found({ CATALOG: "mlmd", MLMD_ADDRESS: "mlmd:8080" })).toBe(
    "found by        mlmd: ML Metadata at mlmd:8080, runs of all namespaces, with a look every 5 s",
  );
  expect(found({ CATALOG: "mlmd", MLMD_TLS: "true", MLMD_NAMESPACE: "team-a" })).toContain(
    "metadata-grpc-service.kubeflow:8080 by TLS, runs of namespace team-a",
  );
});
