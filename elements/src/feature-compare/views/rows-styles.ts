import { css, type CSSResult } from "lit";

/** Styles of runs below each other: a table, cards below 760 px. */
export const rowsStyles: CSSResult = css`
  .runs-table {
    table-layout: fixed;
  }
  .runs-table :is(th, td) {
    height: 40px;
    padding: 0 0 0 12px;
    vertical-align: middle;
  }
  .runs-table :is(th, td):first-child {
    padding-left: 0;
  }
  .runs-table th.run-name {
    width: 15%;
  }
  .runs-table .miniature {
    width: 100%;
  }
  .runs-table .pin {
    width: 62px;
  }
  .runs-table .pin button {
    box-shadow: inset 0 0 0 1px var(--featurescope-line);
  }
  .runs-table .pin button[aria-pressed="true"] {
    box-shadow: inset 0 0 0 1px var(--featurescope-reference);
    font-weight: 600;
  }
  @media (forced-colors: none) {
    .runs-table .pin button[aria-pressed="true"] {
      background: var(--featurescope-background);
    }
  }
  .runs-table .strip {
    width: 19.5%;
  }
  .runs-table .index {
    width: 152px;
  }
  .runs-table .missing {
    width: 92px;
  }
  .runs-table thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 44px;
    padding-bottom: 0;
    border-bottom: 1px solid var(--featurescope-line);
    background: var(--featurescope-background);
    text-align: left;
    vertical-align: bottom;
  }
  .runs-table thead th.missing {
    text-align: right;
  }
  .runs-table thead span:only-child {
    display: block;
    padding-bottom: 6px;
  }
  /* Of the scale's head only the figures, over the ticks of the rows. */
  .runs-table thead .index .scale {
    display: block;
    margin: -14px 0 6px 40px;
  }
  thead :is(path, rect) {
    display: none;
  }
  .runs-table small {
    display: block;
    color: var(--featurescope-muted);
    font-size: 11px;
    font-weight: 400;
    line-height: 14px;
  }
  .runs-table tbody .run-name {
    position: relative;
    color: var(--featurescope-ink);
    padding-left: 20px;
    line-height: 15px;
  }
  .runs-table .run-name .sign {
    position: absolute;
    left: 0;
    top: 13px;
  }
  .runs-table .is-base > * {
    background: var(--featurescope-soft);
  }
  .runs-table .is-base .run-name {
    padding-left: 8px;
  }
  .runs-table tbody .index {
    text-align: left;
    white-space: nowrap;
  }
  .runs-table tbody .index.muted {
    font-size: 11.5px;
    white-space: normal;
  }
  .runs-table .index b {
    display: inline-block;
    width: 48px;
    font-weight: 600;
  }
  .runs-table b.not-leading {
    font-weight: 400;
  }
  .runs-table .index .scale {
    display: inline-block;
    vertical-align: middle;
  }
  .runs-table tbody .missing {
    line-height: 15px;
  }
  .runs-table .missing .sign {
    display: inline-block;
  }
  .only-narrow {
    display: none;
  }
  .whisker,
  .middle-half {
    stroke: var(--featurescope-current);
    stroke-width: 1.25;
  }
  .middle-half {
    stroke-width: 7;
  }
  .median {
    stroke: var(--featurescope-ink);
    stroke-width: 2;
  }
  .median-halo {
    stroke: var(--featurescope-background);
    stroke-width: 5;
  }
  .axis .tick {
    stroke: var(--featurescope-limit);
  }
  @container (width < 760px) {
    .runs-table,
    .runs-table tbody {
      display: block;
    }
    .runs-table thead {
      display: block;
    }
    .runs-table thead tr {
      display: block;
    }
    .runs-table thead th:not(.picture) {
      display: none;
    }
    .runs-table thead th.picture {
      display: block;
      height: auto;
      padding: 0;
    }
    .runs-table tbody tr {
      display: grid;
      grid-template: "name index pin" 26px "picture picture picture" 36px / minmax(0, 1fr) auto auto;
      align-items: center;
      height: 64px;
      border-bottom: 1px solid var(--featurescope-faint);
    }
    .runs-table tbody :is(th, td) {
      height: auto;
      border: 0;
      padding: 0;
    }
    .runs-table tbody tr :is(.run-name, .pin, .index, .picture) {
      padding: 0;
    }
    .runs-table tr.is-base {
      background: var(--featurescope-soft);
    }
    .runs-table tbody .run-name {
      display: flex;
      grid-area: name;
      gap: 0 6px;
      align-items: baseline;
      width: auto;
      overflow: hidden;
      white-space: nowrap;
    }
    .runs-table .run-name .sign {
      position: static;
    }
    .runs-table .picture {
      grid-area: picture;
    }
    .runs-table .stretched {
      height: 32px;
    }
    .runs-table tbody .strip,
    .runs-table tbody .missing,
    .runs-table .index .scale,
    .runs-table b.not-leading {
      display: none;
    }
    .runs-table tbody .index {
      grid-area: index;
      width: auto;
    }
    .runs-table .is-base .index {
      display: none;
    }
    .runs-table .index b {
      width: auto;
      padding: 0 6px;
    }
    .runs-table tbody .pin {
      grid-area: pin;
      width: auto;
    }
    .runs-table .run-name > .sign,
    .runs-table .window {
      flex: none;
    }
    .runs-table small {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .runs-table .pin button {
      height: 24px;
      padding: 0 6px;
      font-size: 11px;
    }
    .only-narrow {
      display: inline;
    }
  }
  @container (width < 360px) {
    .runs-table .halfway {
      display: none;
    }
  }
  @media print {
    .runs-table thead th {
      position: static;
    }
  }
`;
