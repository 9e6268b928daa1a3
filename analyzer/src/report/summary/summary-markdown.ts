import type { Manifest, Window } from "../../artifact/index.js";
import { formatBound, formatIndex, formatShare, formatWindow } from "../../drift/index.js";
import { sayCount } from "./say-count.js";
import { sayCounts, summaryCounts } from "./summary-counts.js";
import { summaryTable } from "./summary-table.js";

const LANGUAGE = "en";
const NONE = "–";

/** Text that Markdown shows as it is: on one line, its signs escaped; arquero escapes the `|` of cells. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_~[\]<>#&]/g, "\\$&");
}

/**
 * A name or path: as code, which needs no escapes, unless it holds the mark of code itself, or that of cells: Kubeflow shows the
 * escape of a `|` in code, and where a `\` stands before it, others end the cell.
 */
function verbatim(name: string): string {
  return /[`|]/.test(name) || name.trim() === "" ? plain(name) : `\`${name.replace(/\s+/g, " ")}\``;
}

/** A cell's figure by a format, or a dash where there is none. */
function figure(format: (value: number, language: string) => string): (value: unknown) => string {
  return (value) => (typeof value === "number" ? format(value, LANGUAGE) : NONE);
}

const text = (value: unknown): string => plain(String(value));
const name = (value: unknown): string => verbatim(String(value));

/** Columns of the table by their heading, with the summary's column and how it is shown. */
const COLUMNS = {
  "#": ["rank", text],
  Feature: ["feature", name],
  " ": ["glyph", text],
  Verdict: ["state", text],
  Index: ["populationStabilityIndex", figure(formatIndex)],
  "Noise up to": ["noiseBound", figure(formatBound)],
  Missing: ["missingShare", figure(formatShare)],
  "Missing before": ["referenceMissingShare", figure(formatShare)],
  Finding: ["finding", text],
} as const;

/**
 * A run for people, as Markdown: what was compared with what, how many features moved, and every feature with its
 * finding, the one to look at first on top.
 */
export function summaryMarkdown(manifest: Omit<Manifest, "files">): string {
  const { pipeline, run, window, dataset, reference, features, note } = manifest;
  const [remark] = Object.values(note);
  const lines = [
    `# ${plain(pipeline)}: ${sayCounts(summaryCounts(features))}`,
    "",
    `- Run: ${verbatim(run)}`,
    `- Current: ${saySide(dataset.rows, dataset.source, window)}`,
    `- Reference: ${reference === null ? "none" : saySide(reference.rows, reference.source, reference.window)}`,
    ...(remark === undefined ? [] : [`- Note: ${plain(remark)}`]),
  ];
  if (features.length === 0) return `${lines.join("\n")}\n`;
  const columns = Object.entries(COLUMNS);
  const table = summaryTable(features).select(
    Object.fromEntries(columns.map(([heading, [column]]) => [column, heading])),
  );
  const format = Object.fromEntries(columns.map(([heading, [, show]]) => [heading, show]));
  return `${lines.join("\n")}\n\n${table.toMarkdown({ format }).trim()}\n`;
}

function saySide(rows: number, source: string, window: Window | null): string {
  const span = window === null ? "" : `, ${formatWindow(window, LANGUAGE)}`;
  return `${sayCount(rows, "row")} of ${verbatim(source)}${span}`;
}
