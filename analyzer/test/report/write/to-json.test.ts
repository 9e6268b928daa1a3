import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toJson } from "../../../src/report/write/to-json.js";

test("a document reads back the same, on one line with a line feed at the end", () => {
  fc.assert(
    fc.property(fc.jsonValue({ depthSize: "medium" }), (value) => {
      const text = toJson(value);
      expect(text.endsWith("\n")).toBe(true);
      expect(text.slice(0, -1)).not.toContain("\n");
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("numbers are in their shortest form that reads back", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const read = JSON.parse(toJson({ value })) as { value: number };
      expect(read.value === value).toBe(true);
    }),
  );
  expect(toJson([0.1, -0, 1e21])).toBe("[0.1,0,1e+21]\n");
});

test.each([NaN, Infinity, -Infinity])("%s is refused with its place", (value) => {
  expect(() => toJson({ drift: { bins: [{ low: 0 }, { low: value }] } })).toThrow("/drift/bins/1/low");
});
