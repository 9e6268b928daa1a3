import { css, type CSSResult } from "lit";

/** Styles of a stored chart beside the frame that all elements share. */
export const chartStyles: CSSResult = css`
  figure {
    position: relative;
    margin: 0;
    overflow-x: auto;
  }
  .width {
    height: 0;
  }
  .wait {
    display: grid;
    place-items: center;
    min-height: 200px;
  }
  .tip {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 1;
    max-width: min(320px, 100%);
    border-radius: 6px;
    padding: 6px 9px;
    background: var(--featurescope-ink);
    color: var(--featurescope-background);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: pre-line;
    overflow-wrap: anywhere;
    pointer-events: none;
  }
  .tip[hidden] {
    display: none;
  }
  p {
    overflow-wrap: anywhere;
  }
  .actions {
    margin-top: 12px;
  }
  .data {
    max-height: 420px;
    margin-top: 14px;
    overflow: auto;
  }
  .data table + table {
    margin-top: 14px;
  }
  .data td:first-child,
  .data caption {
    padding-left: 0;
    text-align: left;
  }
  .data caption {
    color: var(--featurescope-muted);
    font-size: 11.5px;
  }
`;
