import { css, type CSSResult } from "lit";

/**
 * The frame that all elements share: surface, type, header, table, controls and footer. Elements load no font: Inter
 * where the page has it. Narrow below 560 px, by the element's own width.
 */
export const frame: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    /* As wide as it is drawn, where content decides the width (flex, float, dialog): a container has none of its own. */
    contain-intrinsic-inline-size: 1100px;
    min-width: 0;
    max-width: 100%;
    color: var(--featurescope-ink);
    font: 13px/1.45 var(--featurescope-font, Inter, system-ui, "Noto Sans SC", sans-serif);
    font-synthesis: none;
    text-rendering: geometricPrecision;
    -webkit-font-smoothing: antialiased;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:lang(zh)),
  :lang(zh) {
    line-height: 1.6;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .frame {
    position: relative;
    /* As both languages run, whatever the page does: figures with their signs and units would be turned around. */
    direction: ltr;
    text-align: start;
    background: var(--featurescope-background);
    border: 1px solid var(--featurescope-line);
    border-radius: 10px;
    padding: 18px 20px 10px;
  }
  /* Room for the mark, before it is there. */
  :host([live]) .frame {
    padding-top: 26px;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 24px;
    margin-bottom: 10px;
  }
  h2 {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  h2:lang(zh),
  .technical {
    letter-spacing: 0;
  }
  h2 .technical {
    margin-left: 8px;
    color: var(--featurescope-muted);
    font-size: 14px;
    font-weight: 400;
  }
  h2,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .muted,
  td.reference {
    color: var(--featurescope-muted);
  }
  .small {
    font-size: 11.5px;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .finding {
    margin-top: 8px;
    font-size: 14px;
    font-weight: 500;
    text-wrap: pretty;
  }
  .warn,
  .bad,
  td.large {
    font-weight: 600;
  }
  .warn {
    color: var(--featurescope-warn-ink);
  }
  .bad {
    color: var(--featurescope-bad-ink);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 3px 0 3px min(8px, 2cqi);
    border-bottom: 1px solid var(--featurescope-faint);
    line-height: 18px;
    font-weight: 400;
    text-align: right;
    text-wrap: balance;
  }
  /* Chinese may break after any character, and a column of labels would stand upright. */
  th:first-child {
    min-width: 3em;
    padding-left: 0;
    color: var(--featurescope-muted);
    text-align: left;
  }
  /* "+0.8个百分点" is one figure. */
  [part="figures"] td:nth-child(4) {
    white-space: nowrap;
  }
  thead th,
  th[scope="rowgroup"] {
    color: var(--featurescope-muted);
    font-size: 11.5px;
    vertical-align: bottom;
  }
  thead th {
    padding-top: 0;
  }
  th[scope="rowgroup"] {
    padding-top: 10px;
  }
  :is(th, dt, b).current {
    color: var(--featurescope-current);
    font-weight: 600;
  }
  :is(th, dt, b).reference {
    color: var(--featurescope-reference);
    font-weight: 600;
  }
  :is(button, input, select) {
    height: 28px;
    border: 0;
    border-radius: 6px;
    padding: 0 9px;
    background: none;
    color: var(--featurescope-muted);
    font: inherit;
    font-size: 12px;
    white-space: nowrap;
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    cursor: pointer;
  }
  button:hover {
    color: var(--featurescope-ink);
  }
  button:disabled,
  button[aria-disabled="true"] {
    opacity: 0.5;
    cursor: default;
  }
  button[aria-pressed="true"] {
    background: var(--featurescope-faint);
    color: var(--featurescope-ink);
  }
  .outlined {
    box-shadow: inset 0 0 0 1px var(--featurescope-line);
    color: var(--featurescope-ink);
  }
  .segments {
    display: flex;
    gap: 1px;
    border-radius: 8px;
    padding: 2px;
    background: var(--featurescope-soft);
  }
  .segments button[aria-pressed="true"] {
    background: var(--featurescope-background);
    box-shadow: 0 0 0 1px var(--featurescope-line);
  }
  :focus-visible {
    outline: 2px solid var(--featurescope-current);
    outline-offset: 1px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 8px 12px;
    min-height: 38px;
    margin-top: 14px;
    border-top: 1px solid var(--featurescope-line);
    padding-top: 8px;
    color: var(--featurescope-muted);
    font-size: 11.5px;
    overflow-wrap: anywhere;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (width < 560px) {
    .frame {
      padding: 14px 14px 8px;
    }
    header {
      flex-direction: column;
      gap: 10px;
    }
    h2 .technical {
      display: block;
      margin: 1px 0 0;
      font-size: 13px;
    }
  }
  @media (forced-colors: active) {
    button,
    .badge {
      border: 1px solid;
    }
    button[aria-pressed="true"],
    .segments button[aria-pressed="true"] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    :is(th, td) {
      border-color: GrayText;
    }
  }
  @media screen {
    .printed {
      display: none;
    }
  }
  @media print {
    .frame {
      break-inside: avoid;
      print-color-adjust: exact;
    }
    /* A row's name is text, whatever it does on screen. */
    th button {
      border: 0;
      padding: 0;
      color: inherit;
    }
    /* Drawn for the screen's width; paper may be narrower. */
    canvas {
      max-width: 100% !important;
      height: auto !important;
    }
    .controls,
    .segments,
    button:not(th button),
    input {
      display: none;
    }
  }
`;
