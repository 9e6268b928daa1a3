import { since } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { compareFooter, measureControls } from "./compare-footer.js";
import type { RunSelection } from "./select-runs.js";
import { unjudged } from "./unjudged.js";
import { curveKey } from "./views/curve-key.js";
import { curveStyles } from "./views/curve-styles.js";
import { cumulativeCurves, overlayCurves } from "./views/curves-view.js";
import { heatStyles } from "./views/heat-styles.js";
import { heatView } from "./views/heat-view.js";
import { rowsStyles } from "./views/rows-styles.js";
import { rowsView } from "./views/rows-view.js";
import { runFigures } from "./views/run-figures.js";
import type { RunsView } from "./views/runs-view.js";

/** Styles of all its views. */
export const severalStyles = [rowsStyles, heatStyles, curveStyles];

/** Several runs in the view that is chosen, and since when the verdict holds. */
export function severalRuns({ view, curves }: RunSelection, runs: RunsView): TemplateResult {
  const { rows, compare, words, measure, onMeasure } = runs;
  const hasAxis = rows.some(({ side }) => side.histogram !== null);
  const controls = measureControls(measure, hasAxis, words, onMeasure);
  const count = compare.inTimeOrder(rows.length);
  const remark = html`<p class="remark small muted">
    ${unjudged(
      rows.flatMap(({ documents, drift }) =>
        drift === null ? [] : [{ own: documents.statistics.drift?.verdicts, told: drift.verdicts }],
      ),
      words,
      compare,
    )}
  </p>`;
  switch (view) {
    case "rows":
      return html`${lasting(runs)} ${rowsView(runs)} ${remark}
      ${compareFooter(`${count} · ${compare.exact}`, controls)}`;
    case "heat":
      return html`${lasting(runs)} ${heatView(runs)} ${remark}
      ${compareFooter(`${count} · ${compare.points}`)}`;
    default: {
      const draw = view === "ecdf" ? cumulativeCurves : overlayCurves;
      const drawn = curves.length < rows.length ? ` · ${compare.drawnOf(curves.length, rows.length)}` : "";
      const what = view === "ecdf" ? compare.cumulative : compare.heights[measure.mode].alone;
      return html`${curveKey(curves, view === "overlay", runs)} ${draw(curves, runs)} ${runFigures(runs)}
      ${remark} ${compareFooter(`${what}${drawn}`, view === "ecdf" ? nothing : controls)}`;
    }
  }
}

/** Since which run the newest run's verdict holds, where it asks for a look. */
function lasting({ rows, words, compare, nameOf }: RunsView): TemplateResult | typeof nothing {
  const judged = rows.flatMap(({ drift, documents }) =>
    drift === null ? [] : [{ verdict: drift.verdict, run: documents.statistics.run }],
  );
  const held = since(judged);
  const verdict = judged.at(-1)?.verdict;
  if (held === null || (verdict !== "watch" && verdict !== "shifted")) return nothing;
  const said = compare.since(words.states[verdict], nameOf(held.first.run));
  return html`<p class="lasting">${said.charAt(0).toUpperCase()}${said.slice(1)}</p>`;
}
