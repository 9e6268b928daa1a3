import { css, type CSSResult } from "lit";

/** Styles of the heat map. */
export const heatStyles: CSSResult = css`
  .heat {
    width: auto;
    min-width: calc(100% + 4px);
    margin: 0 -2px;
    border-collapse: separate;
    border-spacing: 2px;
  }
  .heat :is(th, td) {
    min-width: 64px;
    height: 26px;
    border: 0;
    padding: 0 4px;
    text-align: center;
  }
  .heat thead th {
    max-width: 96px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .heat .cell {
    border-radius: 2px;
    box-shadow: inset 0 0 0 1px var(--featurescope-faint);
    font-size: 12px;
  }
  .heat .none,
  .heat .window {
    text-align: left;
  }
  .heat th:first-child {
    position: sticky;
    left: 0;
    padding: 0 10px 0 0;
    background: var(--featurescope-background);
    text-align: left;
    white-space: nowrap;
  }
  .heat .apart {
    border-left: 10px solid var(--featurescope-background);
  }
  .heat th small {
    margin-left: 8px;
    color: var(--featurescope-muted);
    font-size: 11.5px;
  }
  .heat .window {
    min-width: 94px;
    border: 0;
    padding: 0;
    color: var(--featurescope-ink);
    font-size: 13px;
  }
  .heat .index {
    position: sticky;
    right: 0;
    padding-left: 12px;
    background: var(--featurescope-background);
    text-align: right;
    white-space: nowrap;
  }
  .heat .index .number {
    display: inline-block;
    min-width: 46px;
  }
  .heat .sign {
    display: inline-block;
    vertical-align: -1px;
  }
  .heat .is-base > * {
    background: var(--featurescope-soft);
  }
  .more,
  .fewer {
    --full: var(--featurescope-heat-up);
    background: color-mix(in srgb, var(--full) var(--strength), var(--featurescope-background));
  }
  .fewer {
    --full: var(--featurescope-heat-down);
  }
  .heat-key {
    margin-top: 10px;
  }
  .heat-swatch {
    display: inline-block;
    width: 24px;
    height: 13px;
    box-shadow: inset 0 0 0 1px var(--featurescope-faint);
    vertical-align: -2px;
  }
  @container (width < 760px) {
    .heat th small,
    .heat .index {
      display: none;
    }
    .heat .only-narrow {
      display: block;
    }
    .heat .window {
      min-width: 0;
    }
  }
  @media print {
    .heat :is(th, td) {
      min-width: 0;
      padding: 0 1px;
    }
    .heat thead th {
      font-size: 9px;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .heat .cell {
      font-size: 10px;
    }
    .heat .index {
      padding-left: 6px;
    }
  }
  @media (forced-colors: active) {
    .heat .cell,
    .heat-swatch {
      border: 1px solid GrayText;
    }
  }
`;
