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
