import { expect, test } from "vitest";
import { firstFew } from "../src/first-few.js";

test("as many as fit are told, and that there are more only where there are", () => {
  expect(firstFew([], 2, " …")).toBe("");
  expect(firstFew(["a", "b"], 2, " …")).toBe("a, b");
  expect(firstFew(["a", "b", "c"], 2, " …")).toBe("a, b …");
});
