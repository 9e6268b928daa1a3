import { css, type CSSResult } from "lit";

/** Styles of a comparison beside those of a panel. */
export const compareStyles: CSSResult = css`
  .tools,
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .tools {
    justify-content: space-between;
    margin: 2px 0 12px;
  }
  .lasting {
    margin: -4px 0 12px;
    font-weight: 500;
  }
  .scroll {
    position: relative;
    overflow-x: auto;
  }
  .runs {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 2px 0 12px;
  }
  .run {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    height: 28px;
    border: 1px solid var(--featurescope-line);
    border-radius: 7px;
    padding: 0 10px;
    font-size: 12.5px;
    white-space: nowrap;
  }
  .run small {
    color: var(--featurescope-muted);
    font-size: 11.5px;
    font-variant-numeric: tabular-nums;
  }
  .run .base {
    border-left: 1px solid var(--featurescope-line);
    padding-left: 8px;
  }
  .run-figures th {
    white-space: nowrap;
  }
  @container (width < 560px) {
    .run-figures :is(.p5, .p25, .p75, .p95) {
      display: none;
    }
  }
  /* The key tells it too; the index must stay in view. */
  @container (width < 340px) {
    .run-figures .count {
      display: none;
    }
  }
  .remark {
    margin-top: 14px;
  }
  /* As in a footer. */
  .printed {
    color: var(--featurescope-muted);
    font-size: 11.5px;
    overflow-wrap: anywhere;
  }
`;
