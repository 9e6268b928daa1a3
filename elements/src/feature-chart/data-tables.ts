import { formatCount } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { ChartWords } from "./chart-words.js";
import type { SafeSpec } from "./safe-spec.js";

/** Rows of a dataset that are shown: charts may hold a hundred thousand. */
const MOST_ROWS = 200;

/** Rows that a chart is drawn from; the name is empty where they have none. */
export interface InlineData {
  name: string;
  rows: readonly unknown[];
}

/** All rows inside a spec, in the order in which they stand there; empty ones are left out. */
export function inlineData(node: unknown): InlineData[] {
  if (Array.isArray(node)) return node.flatMap(inlineData);
  if (typeof node !== "object" || node === null) return [];
  const found = Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key === "datasets") return named(value);
    if (key !== "data") return inlineData(value);
    const { name = "", values } = (value ?? {}) as { name?: unknown; values?: unknown };
    return named({ [String(name)]: values });
  });
  return found.filter(({ rows }) => rows.length > 0);
}

function named(datasets: unknown): InlineData[] {
  return Object.entries(datasets ?? {}).flatMap(([name, rows]: [string, unknown]) =>
    Array.isArray(rows) ? [{ name, rows: rows as unknown[] }] : [],
  );
}

/** The rows behind a chart as tables, for those who do not see it and for those who want the numbers. */
export function dataTables(spec: SafeSpec, language: string, words: ChartWords): TemplateResult[] {
  return inlineData(spec).map(({ name, rows }) => {
    const shown = rows.slice(0, MOST_ROWS).map(fieldsOf);
    const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))];
    const [some, all] = [shown.length, rows.length].map((count) => formatCount(count, language));
    const rest = rows.length > shown.length ? words.firstRows(some!, all!) : "";
    const caption = [name, rest].filter((text) => text !== "").join(", ");
    return html`<table>
      ${
        caption === ""
          ? nothing
          : html`<caption>
              ${caption}
            </caption>`
      }
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (row) =>
            html`<tr>
              ${columns.map((column) => html`<td>${textOf(row[column])}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  });
}

/** A row by its fields; Vega-Lite calls the field of a bare value `data`. */
function fieldsOf(row: unknown): Record<string, unknown> {
  return typeof row === "object" && row !== null ? { ...row } : { data: row };
}

function textOf(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
