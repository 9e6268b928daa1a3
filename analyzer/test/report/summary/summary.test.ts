import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromCSV } from "arquero";
import { beforeAll, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.js";
import { DEFAULT_LIMITS } from "../../../src/artifact/index.js";
import { sayCounts, summaryCounts } from "../../../src/report/summary/summary-counts.js";
import { CSV_COLUMNS, summaryCsv } from "../../../src/report/summary/summary-csv.js";
import { summaryLines } from "../../../src/report/summary/summary-lines.js";
import { summaryMarkdown } from "../../../src/report/summary/summary-markdown.js";
import type { WrittenRun } from "../../../src/report/write/write-run.js";
import { temporaryFolder } from "../../temporary-folder.js";

const folder = temporaryFolder();
/** What Markdown and CSV would take for signs of their own. */
const NAMES = ["a|b", "c\\|d", "*bold*", "`code`", "<img src=x>", 'say "hi", you', "年龄", "plain"];
let analysis: WrittenRun;

beforeAll(async () => {
  const data = join(folder, "rows.csv");
  const quoted = NAMES.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
  const rows = Array.from({ length: 200 }, (_, row) =>
    NAMES.map((_, column) => (row * 7 + column) % 50).join(","),
  );
  writeFileSync(data, [quoted, ...rows, ""].join("\n"));
  const configuration = { note: { en: "Made *up*" }, thresholds: DEFAULT_LIMITS, features: new Map() };
  const request = {
    data,
    dataset: {},
    features: [...NAMES, "not there"],
    timeColumn: null,
    pipeline: "a_b",
    run: null,
    window: null,
    configuration,
    out: join(folder, "report"),
    pictures: [],
  };
  analysis = await analyze(request, null, { onRows: () => {}, onFeature: () => {} });
});

test("the Markdown table has a row a feature, broken ones first, and shows every name as it is", () => {
  const lines = summaryMarkdown(analysis.manifest).split("\n");
  expect(lines[0]).toBe("# a\\_b: 8 unknown, 1 broken");
  expect(lines).toContain("- Note: Made \\*up\\*");
  expect(lines).toContain("- Reference: none");
  const rows = lines.filter((line) => /^\|\d/.test(line));
  expect(rows).toHaveLength(NAMES.length + 1);
  expect(rows[0]).toMatch(/^\|1\|`not there`\|✕\|broken\|–\|–\|100\.0\s%\|–\|/);
  // However backslashes are counted that stand before a mark of cells.
  for (const row of rows) expect(row.match(/(?<!\\)(\\\\)*\|/g)).toHaveLength(10);
  const text = rows.join("\n");
  for (const shown of ["|a\\|b|", "|c\\\\\\|d|", "`*bold*`", "\\`code\\`", "`<img src=x>`", "`年龄`"])
    expect(text).toContain(shown);
});

test("the CSV reads back with every name and full precision", () => {
  const table = fromCSV(summaryCsv(analysis.manifest));
  expect(table.columnNames()).toEqual([...CSV_COLUMNS]);
  const names = table.array("feature") as string[];
  expect(new Set(names)).toEqual(new Set([...NAMES, "not there"]));
  expect(table.array("rank")).toEqual(names.map((_, index) => index + 1));
});

test("the CSV has the middle of each feature, and of its reference where there is one", () => {
  const [feature] = analysis.manifest.features.filter(({ name }) => name === "plain");
  const middle = (of: typeof feature) => {
    const table = fromCSV(summaryCsv({ ...analysis.manifest, features: [of!] }));
    return ["mean", "p25", "p50", "p75", "referenceP25", "referenceP50", "referenceP75"].map((name) =>
      table.get(name, 0),
    );
  };
  // Each of 0 to 49 four times.
  expect(middle(feature)).toEqual([24.5, 12, 24.5, 37, null, null, null]);
  const reference = { p25: 1, p50: 2.5, p75: 3 };
  expect(middle({ ...feature!, reference })).toEqual([24.5, 12, 24.5, 37, 1, 2.5, 3]);
});

test("rows of many runs can be told apart: each names its run and window", () => {
  const window = { start: "2026-10-30T00:00:00.000Z", end: "2026-10-31T00:00:00.000Z" };
  const { run, createdAt } = analysis.manifest;
  const table = fromCSV(summaryCsv({ ...analysis.manifest, window }), { parse: { windowEnd: String } });
  expect(new Set(table.array("run"))).toEqual(new Set([run]));
  expect(table.get("pipeline", 3)).toBe("a_b");
  expect(table.get("windowEnd", 3)).toBe(window.end);
  expect(new Date(table.get("createdAt", 3) as string).toISOString()).toBe(createdAt);
  expect(fromCSV(summaryCsv(analysis.manifest)).get("windowStart", 3)).toBeNull();
});

test("both stand in the report as they are made here", () => {
  const { folder: report, manifest } = analysis;
  expect(readFileSync(join(report, "summary.md"), "utf8")).toBe(summaryMarkdown(manifest));
  expect(readFileSync(join(report, "summary.csv"), "utf8")).toBe(summaryCsv(manifest));
});

test("lines for a terminal stop where they are asked to, and say how many more there are", () => {
  const lines = summaryLines(analysis.manifest.features, 2);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^✕ {2}not there/);
  expect(lines[2]).toBe("and 7 more, in summary.md");
});

/** Chinese takes two. */
function columns(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0);
}

test("findings stand below each other in a terminal, whatever the names are", () => {
  const [feature] = analysis.manifest.features.filter(({ name }) => name === "plain");
  const long = `${"applicant_income_".repeat(12)}30d`;
  const names = ["plain", "年龄", "年收入（税后）", long, "收入".repeat(60), "two\nlines\u001b[31m"];
  const lines = summaryLines(
    names.map((name) => ({ ...feature!, name })),
    9,
  );
  const heads = lines.map((line) => line.split("–   ")[0]!);
  expect(heads).toContain("○  applicant_income_applicant…nt_income_30d  ");
  expect(new Set(heads.map(columns))).toEqual(new Set([45]));
  expect(lines.join("")).not.toMatch(/\p{Cc}/u);
});

test("counts add up; a run without features has a table without rows", () => {
  const { features, ...counts } = summaryCounts(analysis.manifest.features);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(features);
  expect(sayCounts(summaryCounts([]))).toBe("no features");
  expect(summaryCsv({ ...analysis.manifest, features: [] })).toBe(`${CSV_COLUMNS.join(",")}\n`);
  expect(summaryMarkdown({ ...analysis.manifest, features: [] })).not.toContain("|");
});
