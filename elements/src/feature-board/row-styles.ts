import { css, type CSSResult } from "lit";

/** Styles of a board's rows: 48 px with nine columns, fewer where it is narrower; cards of 72 px below 560 px. */
export const rowStyles: CSSResult = css`
  .row {
    display: flex;
    align-items: center;
    gap: 16px;
    height: var(--row);
    border-bottom: 1px solid var(--featurescope-faint);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    outline-offset: -2px;
  }
  .row[aria-selected]:hover,
  .row[aria-selected="true"] {
    background: var(--featurescope-soft);
    cursor: pointer;
  }
  .row[aria-selected="true"] {
    box-shadow: inset 3px 0 var(--featurescope-current);
  }
  .row > * {
    flex: none;
    min-width: 0;
  }
  .heads .row {
    align-items: end;
    height: 30px;
    border-color: var(--featurescope-line);
    padding-bottom: 6px;
  }
  .state {
    width: 24px;
    display: flex;
    justify-content: center;
  }
  .row .what {
    flex: 1;
  }
  .name {
    display: flex;
    align-items: baseline;
    gap: 8px;
    line-height: 19px;
  }
  .cut {
    position: relative;
    display: flex;
    min-width: 0;
    font-weight: 500;
  }
  .cut > * {
    white-space: pre;
  }
  .cut .tail {
    flex: none;
  }
  .head,
  .title,
  .says {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .title {
    flex: 1 1000 0;
  }
  .part,
  .part > span {
    display: none;
  }
  .title,
  .says,
  .importance,
  .since,
  .alone {
    font-size: 12px;
    line-height: 17px;
  }
  .says,
  .alone,
  .since > * {
    display: block;
  }
  .figure {
    width: 56px;
    position: relative;
    text-align: right;
  }
  .index {
    font-size: 15px;
  }
  .leads:not(.muted) {
    font-weight: 600;
  }
  .scale {
    width: 110px;
  }
  .picture {
    width: 120px;
  }
  .missing,
  .importance {
    width: 72px;
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: 4px;
  }
  .importance {
    justify-content: space-between;
  }
  .weight {
    fill: var(--featurescope-reference);
  }
  .weight.unsaid {
    fill: var(--featurescope-background);
    stroke: var(--featurescope-reference);
    stroke-width: 1.2;
  }
  .line {
    width: 130px;
  }
  .since {
    width: 80px;
  }
  @container (width < 1000px) {
    .scale {
      display: none;
    }
  }
  @container (width < 880px) {
    .importance {
      display: none;
    }
  }
  @container (width < 760px) {
    .since {
      display: none;
    }
  }
  @container (width < 680px) {
    .picture {
      display: none;
    }
  }
  @container (width < 560px) {
    .row {
      display: grid;
      grid-template-areas: "state name figure" ". says says" ". pictures pictures";
      grid-template-columns: 20px minmax(0, 1fr) auto;
      grid-template-rows: 17px 17px 22px;
      align-content: center;
      gap: 1px 6px;
    }
    .row > * {
      width: auto;
    }
    .heads,
    .missing {
      display: none;
    }
    .state {
      grid-area: state;
      align-self: start;
      padding-top: 1px;
    }
    .row .what {
      display: contents;
    }
    .name {
      grid-area: name;
      min-width: 0;
    }
    .says {
      grid-area: says;
    }
    .figure {
      grid-area: figure;
      line-height: 17px;
    }
    .picture {
      display: block;
      grid-area: pictures;
    }
    .line {
      grid-area: pictures;
      justify-self: end;
    }
    .index:not(.leads) {
      display: none;
    }
    .part,
    .part > span {
      display: inline;
      font-size: inherit;
    }
  }
  @media (forced-colors: active) {
    .row {
      border-color: GrayText;
    }
    .row[aria-selected="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
