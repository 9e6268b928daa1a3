import type { Drift, DriftBin, Kind, StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import {
  type ValueFormat,
  distanceTo,
  formatCount,
  formatNumber,
  formatShare,
  formatTime,
  formatValue,
  metricValue,
  valueScale,
} from "@featurescope/analyzer/drift";
import { type TemplateResult, html } from "lit";
import type { Words } from "../../words/words.js";
import { tableBox } from "./table-box.js";

/** Decimals of a contribution; the index in the last row has as many, so that the sum can be checked by eye. */
const DECIMALS = 5;

/** A row of the frozen bins, with the smoothed shares that the index is made of. */
interface BinRow extends DriftBin {
  label: string;
  /** Smoothed share in the reference: (r + 0.5) / (N + 0.5·B). */
  p: number;
  /** Smoothed current share. */
  q: number;
}

/** The frozen bins with rows on at least one side, in their order, and the sums of both sides. */
function binRows(
  { bins, smoothing }: Drift,
  kind: Kind,
  words: Words,
): { rows: BinRow[]; reference: number; current: number } {
  const reference = bins.reduce((sum, bin) => sum + bin.reference, 0);
  const current = bins.reduce((sum, bin) => sum + bin.current, 0);
  const smoothed = (count: number, sum: number): number =>
    (count + smoothing.perBin) / (sum + smoothing.perBin * smoothing.bins);
  const label = labelOf(bins, kind, words);
  const rows = bins
    .filter((bin) => bin.reference > 0 || bin.current > 0)
    .map((bin) => ({
      ...bin,
      label: label(bin),
      p: smoothed(bin.reference, reference),
      q: smoothed(bin.current, current),
    }));
  return { rows, reference, current };
}

/** What a bin is called in a table. */
function labelOf(bins: readonly DriftBin[], kind: Kind, words: Words): (bin: DriftBin) => string {
  const { language } = words;
  const edges = bins.flatMap(({ low, high }) => [low, high]).filter((edge) => edge !== null);
  const marks = [...edges, ...bins.map(({ value }) => (typeof value === "number" ? value : null))];
  const scale = valueScale(edges, language, distanceTo(Math.max(...edges), marks));
  const write = (value: number, format: ValueFormat = { scale }): string =>
    kind === "datetime"
      ? formatTime(value, language)
      : formatValue(value, language, { ...format, resolution: distanceTo(value, marks) });
  return ({ type, low, high, value }) => {
    if (type === "missing" || type === "other") return words[type];
    if (type === "infinite") return words.infinite;
    if (type === "interval") {
      if (low === null) return high === null ? words.allValues : `<\u00a0${write(high)}`;
      return high === null ? `≥\u00a0${write(low)}` : `${write(low)} – ${write(high)}`;
    }
    return typeof value === "number" ? write(value, {}) : String(value);
  };
}

/** The frozen bins of a feature that has drift as a table: all that the index is computed from, the total equal to the index. */
export function tableOf(
  { drift, kind, feature }: StatisticsDocument,
  _: ChartDocuments | null,
  words: Words,
): TemplateResult | null {
  if (drift === null) return null;
  const { language } = words;
  const { rows, reference, current } = binRows(drift, kind, words);
  const index = metricValue(drift, "populationStabilityIndex") ?? 0;
  const row = (bin: BinRow): TemplateResult =>
    html`<tr>
      <th scope="row">${bin.label}</th>
      <td>${formatCount(bin.current, language)}</td>
      <td class="reference">${formatCount(bin.reference, language)}</td>
      <td>${formatShare(bin.q, language, 2)}</td>
      <td class="reference">${formatShare(bin.p, language, 2)}</td>
      <td>${formatNumber(bin.contribution, language, DECIMALS)}</td>
    </tr>`;
  const table = html`<table>
    <caption class="spoken">
      ${words.dataTable}: ${feature}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.bin}</th>
        <th scope="col" class="current">${words.current}</th>
        <th scope="col" class="reference">${words.reference}</th>
        <th scope="col">${words.panel.shareOf(words.current)} q</th>
        <th scope="col">${words.panel.shareOf(words.reference)} p</th>
        <th scope="col">${words.contribution}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(row)}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${words.total}</th>
        <td>${formatCount(current, language)}</td>
        <td class="reference">${formatCount(reference, language)}</td>
        <td></td>
        <td></td>
        <td class="large">${formatNumber(index, language, DECIMALS)}</td>
      </tr>
    </tfoot>
  </table>`;
  return tableBox(table, words);
}
