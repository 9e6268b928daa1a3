import { lightColors } from "@featurescope/analyzer/chart";
import { expect, test } from "vitest";
import { chartColors } from "../../src/parts/chart-colors.js";
import { TOKENS, type TokenName, customProperty, tokens } from "../../src/parts/tokens.js";

/** WCAG 2 luminance of a colour written `#rrggbb`. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const TEXTS: [TokenName, TokenName][] = [
  ["ink", "background"],
  ["ink", "soft"],
  ["muted", "background"],
  ["muted", "soft"],
  ["current", "background"],
  ["reference", "background"],
  ["warnInk", "background"],
  ["badInk", "background"],
  ["stableInk", "stableBackground"],
  ["warnInk", "warnBackground"],
  ["badInk", "badBackground"],
];
const MARKS: [TokenName, TokenName][] = [
  ["up", "background"],
  ["down", "background"],
  ["limit", "background"],
  ["hatch", "background"],
  ["current", "currentFill"],
  ["referenceOnFill", "currentFill"],
];

test.each([
  ["light", 0],
  ["dark", 1],
] as const)("is readable in %s", (_, theme) => {
  for (const [a, b] of TEXTS)
    expect(contrast(TOKENS[a][theme], TOKENS[b][theme]), `${a} on ${b}`).toBeGreaterThanOrEqual(4.5);
  for (const [a, b] of MARKS)
    expect(contrast(TOKENS[a][theme], TOKENS[b][theme]), `${a} on ${b}`).toBeGreaterThanOrEqual(3);
});

test("where colours are forced, bars are not of the colour of the noise behind them", () => {
  const [up, down, band] = (["up", "down", "band"] as const).map((name) => TOKENS[name][2]);
  expect(new Set([up, down, band]).size).toBe(3);
});

function themed(theme: string | null): HTMLElement {
  const host = document.createElement("div");
  if (theme !== null) host.setAttribute("theme", theme);
  host.attachShadow({ mode: "open" }).adoptedStyleSheets = [tokens.styleSheet!];
  document.body.append(host);
  return host;
}

test("names custom properties in kebab case", () => {
  expect(customProperty("currentFill")).toBe("--featurescope-current-fill");
});

test("follows the theme attribute, and a page's own colour above it", () => {
  expect(chartColors(themed("light"), false).ink).toBe(TOKENS.ink[0]);
  expect(chartColors(themed("dark"), false).ink).toBe(TOKENS.ink[1]);
  expect(getComputedStyle(themed("dark")).colorScheme).toBe("dark");
  const own = themed("dark");
  own.style.setProperty("--featurescope-ink", "teal");
  expect(chartColors(own, false).ink).toBe("teal");
});

test("is light on paper, as the pictures of reports are, whatever the theme", () => {
  expect(chartColors(themed("dark"), true)).toMatchObject(lightColors);
});
