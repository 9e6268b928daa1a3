import { type CSSResult, css } from "lit";

/** Styles of the quiet mark that says when an element was last updated, in the room that a live frame keeps for it. */
export const markStyles: CSSResult = css`
  .mark {
    position: absolute;
    top: 7px;
    color: var(--featurescope-muted);
    font-size: 11px;
  }
  .mark::before {
    content: "● " / "";
    font-size: 8px;
    vertical-align: 1px;
  }
  .mark.lost {
    color: var(--featurescope-warn-ink);
  }
  @media print {
    .mark {
      display: none;
    }
  }
`;
