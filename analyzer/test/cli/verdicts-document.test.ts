import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { DEFAULT_LIMITS, VERDICT_REASONS } from "../../src/artifact/index.js";
import { decodeConfiguration } from "../../src/cli/decode-configuration.js";

const document = readFileSync(join(import.meta.dirname, "../../../docs/verdicts.md"), "utf8");

test("docs/verdicts.md has the limits of each part as they are by default", () => {
  const rows = [...document.matchAll(/^\| `([a-z]+)` \| .* \| ([\d.]+) \| ([\d.]+) \| .* \|$/gm)];
  const limits = rows.flatMap(([, part = "", watch, shifted]) =>
    part === "index"
      ? [
          ["watch", Number(watch)],
          ["shifted", Number(shifted)],
        ]
      : [
          [`${part}Watch`, Number(watch)],
          [`${part}Shifted`, Number(shifted)],
        ],
  );
  expect(Object.fromEntries(limits)).toEqual(DEFAULT_LIMITS);
});

test("docs/verdicts.md explains every reason, and no other", () => {
  const start = document.indexOf("| reason |");
  const table = document.slice(start, document.indexOf("\n\n", start));
  const explained = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, reason]) => reason);
  expect(explained).toEqual(VERDICT_REASONS);
});

test("the configuration in docs/verdicts.md sets what it says", () => {
  const file = /```yaml\n([^`]*)```/.exec(document)?.[1] ?? "";
  const { thresholds, features } = decodeConfiguration(parse(file), "docs/verdicts.md");
  expect(thresholds).toEqual({ ...DEFAULT_LIMITS, shifted: 0.2, missingWatch: 0.01 });
  expect(features.get("Income")?.limits).toEqual({ ...thresholds, watch: 0.05 });
  expect(features.get("Seniority")?.limits).toEqual({ ...thresholds, beyondWatch: 1, beyondShifted: 1 });
});
