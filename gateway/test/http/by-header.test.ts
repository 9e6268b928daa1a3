import * as fc from "fast-check";
import { expect, test } from "vitest";
import { byHeader } from "../../src/http/by-header.js";

test("gives what is made from each value, in whatever order they come", () => {
  const shout = byHeader((value) => value.toUpperCase());
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 400 })), (values) => {
      expect(values.map(shout)).toEqual(values.map((value) => value.toUpperCase()));
    }),
  );
});

test("makes it once for a value in use, and forgets what a client makes up", () => {
  const made: string[] = [];
  const parsed = byHeader((value) => made.push(value));
  parsed("gzip");
  parsed("gzip");
  expect(made).toEqual(["gzip"]);
  for (let i = 0; i < 100; i++) parsed(`made-up-${i}`);
  parsed("gzip");
  expect(made.filter((value) => value === "gzip")).toHaveLength(2);
});

test("does not keep what is too long to be in use", () => {
  const made: string[] = [];
  const parsed = byHeader((value) => made.push(value));
  parsed("x".repeat(301));
  parsed("x".repeat(301));
  expect(made).toHaveLength(2);
});
