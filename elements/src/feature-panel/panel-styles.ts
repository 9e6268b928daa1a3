import { css, type CSSResult } from "lit";

/** Styles of the panel beside the frame that all elements share. Two columns from 760 px, the badge below the name under 520 px. */
export const panelStyles: CSSResult = css`
  header {
    display: grid;
    grid-template: "name verdict" auto "finding verdict" 1fr / minmax(0, 1fr) auto;
    gap: 0 32px;
    margin-bottom: 8px;
  }
  .name {
    grid-area: name;
  }
  .verdict {
    grid-area: verdict;
    min-width: 184px;
  }
  .finding {
    grid-area: finding;
  }
  .measure {
    width: 184px;
    margin: 7px 0 0 auto;
  }
  .captions {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    color: var(--featurescope-muted);
    font-size: 11px;
  }
  .remarks > :last-child {
    margin-bottom: 12px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
  }
  .sides {
    margin-bottom: 8px;
    color: var(--featurescope-muted);
    font-size: 11.5px;
  }
  .zone {
    position: relative;
    contain: layout;
  }
  .zone > * {
    position: absolute;
    inset: 0;
  }
  .zone .width {
    bottom: auto;
  }
  .poster canvas {
    width: 100%;
    height: 100%;
    object-fit: contain;
    object-position: left top;
  }
  .frame[aria-busy="true"] {
    box-sizing: content-box;
    min-height: 657px;
  }
  .zone .live {
    cursor: crosshair;
    touch-action: pan-y pinch-zoom;
    user-select: none;
  }
  .zone .tip {
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
    pointer-events: none;
  }
  .zone .tip.pinned {
    outline: 2px solid var(--featurescope-current);
    outline-offset: 1px;
  }
  .zone .brush {
    inset: 0 auto 0 0;
    background: var(--featurescope-current);
    opacity: 0.15;
    pointer-events: none;
  }
  [hidden] {
    display: none !important;
  }
  .statement {
    margin: 6px 0 2px;
    font-size: 30px;
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  .statement:lang(zh) {
    letter-spacing: 0;
  }
  summary {
    line-height: 28px;
  }
  code {
    display: block;
    margin-top: 8px;
    border: 1px solid var(--featurescope-line);
    border-radius: 6px;
    padding: 6px 9px;
    background: var(--featurescope-soft);
    font:
      11.5px/1.5 ui-monospace,
      "DejaVu Sans Mono",
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .kinds {
    display: grid;
    grid-template-columns: 80px 1fr;
    gap: 10px;
    margin: 6px 0;
  }
  .kinds dd {
    margin: 0;
  }
  .kinds small {
    display: block;
    color: var(--featurescope-muted);
    font-size: 12px;
  }
  .actions {
    display: flex;
    gap: 8px;
    margin-top: 12px;
  }
  .trend {
    margin-top: 14px;
  }
  .room {
    height: 75px;
  }
  path.trend.current {
    stroke: var(--featurescope-current);
  }
  .trend .captions {
    margin-bottom: 4px;
    font-size: 11.5px;
  }
  .data {
    max-height: 420px;
    margin-top: 14px;
    overflow: auto;
  }
  @container (width >= 760px) {
    .columns.two {
      grid-template-columns: minmax(0, 1fr) 292px;
      gap: 26px;
    }
  }
  @container (width < 760px) {
    .frame[aria-busy="true"] {
      min-height: 1070px;
    }
  }
  @container (width < 520px) {
    header {
      grid-template: "name" auto "verdict" auto "finding" auto / minmax(0, 1fr);
      gap: 10px;
    }
    .verdict {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: flex-start;
    }
    .measure {
      width: 160px;
      margin: 0;
    }
    .measure .scale {
      margin-left: -12px;
    }
    .measure .captions {
      flex-direction: column;
    }
    .finding {
      margin: 0;
    }
    .other-title {
      display: none;
    }
  }
  @media print {
    /* As high as what is drawn is on paper. */
    .zone {
      height: auto !important;
    }
    .zone > * {
      position: static;
    }
    .zone .tip {
      display: none;
    }
  }
`;
