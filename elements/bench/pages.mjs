import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RunGatherer } from "@featurescope/analyzer/artifact";

export const panelPage = "/pages/panel.html";
export const manyPanelsPage = "/pages/panels.html";
export const boardPage = "/pages/board.html";
export const FEATURE = "Income";

/** A page of its own for what is measured. */
export function pageOf(head, body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bench</title>${head}</head><body>${body}</body></html>`;
}

const elements = '<script type="module" src="/elements/featurescope.js"></script>';
const panel = (feature, i) => `<feature-panel src="/now/features/${feature}/?${i}"></feature-panel>`;

/** The pages of this package's elements, by their addresses, and a features list of a thousand rows. */
export function ownPages(report) {
  const features = readdirSync(join(report, "features"));
  const hundred = Array.from({ length: 100 }, (_, i) => panel(features[i % features.length], i));
  return new Map([
    [panelPage, pageOf(elements, panel(FEATURE, 0))],
    [manyPanelsPage, pageOf(elements, hundred.join("\n"))],
    [boardPage, pageOf(elements, '<feature-board src="/pages/features.json"></feature-board>')],
    ["/pages/features.json", thousandFeatures(report)],
  ]);
}

/** A gateway's features list: the report's features over and over, each with a key of its own and thirty runs. */
function thousandFeatures(report) {
  const {
    files: _files,
    features,
    ...head
  } = JSON.parse(readFileSync(join(report, "manifest.json"), "utf8"));
  const gatherer = new RunGatherer();
  const rows = Array.from({ length: 1000 }, (_, i) => {
    const row = features[i % features.length];
    const { populationStabilityIndex, verdict } = row;
    const recent = gatherer.add(
      Array.from({ length: 30 }, (_, day) => ({
        run: `run-${day}`,
        end: new Date(Date.UTC(2026, 9, day + 1)).toISOString(),
        populationStabilityIndex,
        verdict,
        referenceId: row.referenceId,
      })),
    );
    return {
      ...row,
      key: `${row.key}-${i}`,
      name: `${row.name} ${i}`,
      run: head.run,
      href: `${row.key}/`,
      recent,
    };
  });
  return JSON.stringify({ ...head, features: rows, recent: gatherer.listed, nextCursor: null });
}
