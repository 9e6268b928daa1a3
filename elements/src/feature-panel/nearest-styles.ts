import { type CSSResult, css } from "lit";

/** Styles of the features that may have been meant, where a run lacks the one that was asked for. */
export const nearestStyles: CSSResult = css`
  .nearest button {
    display: block;
    width: 100%;
    border-bottom: 1px solid var(--featurescope-faint);
    height: auto;
    padding: 8px 0;
    color: inherit;
    font-size: inherit;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
