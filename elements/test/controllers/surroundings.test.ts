import { afterEach, expect, test } from "vitest";
import { languageOf } from "../../src/controllers/surroundings.js";

afterEach(() => {
  document.documentElement.removeAttribute("lang");
});

test("the language is the nearest one, across shadow roots", () => {
  const host = document.createElement("div");
  const inner = document.createElement("span");
  host.attachShadow({ mode: "open" }).append(inner);
  document.body.append(host);
  expect(languageOf(inner)).toBe("en");
  document.documentElement.lang = "fr";
  expect(languageOf(inner)).toBe("fr");
  host.lang = "zh-Hans";
  expect(languageOf(inner)).toBe("zh-Hans");
});
