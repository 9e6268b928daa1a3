import { css, type CSSResult } from "lit";

/** Styles of a board's header, filters and footer, and the height of its rows. */
export const boardStyles: CSSResult = css`
  .frame {
    --row: 48px;
  }
  .about {
    min-width: 0;
  }
  .summary {
    margin-top: 2px;
  }
  .age b {
    margin-right: 6px;
    font-weight: 600;
  }
  input {
    border: 1px solid var(--featurescope-reference);
    height: 30px;
    color: var(--featurescope-ink);
  }
  input::placeholder {
    color: var(--featurescope-muted);
    opacity: 1;
  }
  .summary b {
    font-weight: 600;
  }
  .summary .sign {
    display: inline-block;
    vertical-align: -1.5px;
  }
  .count {
    white-space: nowrap;
  }
  .note {
    margin-top: 6px;
    border-left: 3px solid var(--featurescope-limit);
    padding-left: 8px;
  }
  .filters {
    display: flex;
    flex: none;
    gap: 6px;
  }
  .filters select {
    display: none;
    height: 30px;
    border: 0;
    appearance: none;
  }
  .filters input {
    width: 150px;
  }
  .none {
    padding: 16px 0 8px;
  }
  .rest {
    height: calc(var(--rest) * var(--row));
  }
  footer {
    margin-top: 0;
    border-top: 0;
  }
  .offer {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  @container (width < 880px) {
    header {
      flex-direction: column;
      gap: 10px;
    }
  }
  @container (width < 560px) {
    .frame {
      --row: 72px;
    }
    .segments {
      display: none;
    }
    .filters {
      width: 100%;
    }
    .filters select {
      display: block;
    }
    .filters input {
      flex: 1;
      min-width: 0;
    }
  }
  @media print {
    .frame {
      break-inside: auto;
    }
    .filters {
      display: none;
    }
    /* On every sheet: browsers repeat a table's head. */
    .rows {
      display: table;
      width: 100%;
    }
    .heads {
      display: table-header-group;
      break-inside: avoid;
    }
    .rows > .row {
      break-inside: avoid;
      height: auto;
      min-height: var(--row);
      padding-block: 4px;
    }
    /* Paper has no tooltip for what is cut. */
    .rows > .row .what * {
      flex: initial;
      flex-wrap: wrap;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .rows .cut {
      display: block;
    }
  }
`;
