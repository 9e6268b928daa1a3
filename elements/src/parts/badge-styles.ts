import { css, type CSSResult } from "lit";

/** Styles of the badge, its scale and their captions. */
export const badgeStyles: CSSResult = css`
  .badge {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 34px;
    border-radius: 7px;
    padding: 0 12px;
    background: var(--featurescope-stable-background);
    color: var(--featurescope-stable-ink);
    font-weight: 500;
    white-space: nowrap;
  }
  .badge.watch {
    background: var(--featurescope-warn-background);
    color: var(--featurescope-warn-ink);
  }
  .badge.shifted,
  .badge.broken {
    background: var(--featurescope-bad-background);
    color: var(--featurescope-bad-ink);
  }
  .badge b {
    margin-left: auto;
    font-size: 17px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .badge small {
    margin-right: 1px;
    font-size: 12px;
    font-weight: 500;
  }
`;
