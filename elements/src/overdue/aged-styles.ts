import { type CSSResult, css } from "lit";

/** Styles of a verdict whose age stands beside it, and of all that is greyed with it. */
export const agedStyles: CSSResult = css`
  .aged > b {
    float: left;
    margin-right: 12px;
    font-weight: 600;
    line-height: 34px;
    white-space: nowrap;
  }
  .aged .badge {
    background: none;
    box-shadow: inset 0 0 0 1px var(--featurescope-line);
    color: var(--featurescope-muted);
  }
  .aged .badge svg :is(.watch, .shifted) {
    fill: currentColor;
  }
  .stale {
    filter: grayscale(1);
  }
`;
