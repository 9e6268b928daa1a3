import { expect, test } from "vitest";
import { jsonLog } from "../src/log.js";

test("an event is one line of JSON, whatever its text", () => {
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line));

  log("warn", "two\nlines", { error: new Error("why\n"), run: "a" });

  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: "warn",
    message: "two\nlines",
    error: "why\n",
    run: "a",
  });
});
