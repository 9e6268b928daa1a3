import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { jsonLog } from "../src/log.js";

function logged(fields: Record<string, unknown>): Record<string, unknown> {
  const lines: string[] = [];
  jsonLog({ write: (line) => void lines.push(line) })("warn", "two\nlines", fields);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

test("an event is one line of JSON, whatever its text", () => {
  const event = logged({ run: "a", path: "/\u0000\r\n" });

  expect(event).toMatchObject({ level: "warn", message: "two\nlines", run: "a", path: "/\u0000\r\n" });
  expect(event["time"]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("errors are logged with their causes, expected ones by code", () => {
  const cause = new Error("connection refused");
  const error = new FeaturescopeError("store-unreachable", "cannot read", { cause });

  expect(logged({ error })["error"]).toMatchObject({
    code: "store-unreachable",
    message: "cannot read",
    cause: { message: "connection refused", stack: expect.stringContaining("log.test.ts") as string },
  });
});
