import { css, type CSSResult } from "lit";

/** Styles of a trend beside those of a panel: colours of its lanes, cursor, overview and table. */
export const trendStyles: CSSResult = css`
  .caption {
    margin-bottom: 4px;
    color: var(--featurescope-muted);
    font-size: 12px;
  }
  .caption b {
    color: var(--featurescope-current);
    font-weight: 600;
  }
  .caption i {
    color: var(--featurescope-reference);
    font-style: normal;
    font-weight: 600;
  }
  .frame[aria-busy="true"] {
    min-height: 0;
  }
  .box {
    height: 352px;
  }
  .zone .live {
    border-radius: 4px;
  }
  .live > svg {
    position: absolute;
    left: 0;
    top: 0;
  }
  svg .lane {
    font-size: 12px;
    fill: var(--featurescope-ink);
  }
  svg .figure {
    font-size: 12px;
    font-weight: 600;
    fill: var(--featurescope-ink);
    stroke: var(--featurescope-background);
    stroke-width: 3px;
    paint-order: stroke;
  }
  svg .side.current {
    font-weight: 600;
    fill: var(--featurescope-current);
  }
  svg .side.light {
    font-weight: 400;
  }
  svg text.reference {
    font-weight: 600;
    fill: var(--featurescope-reference);
  }
  svg text.warn {
    font-weight: 600;
    fill: var(--featurescope-warn-ink);
  }
  svg text.bad {
    font-weight: 600;
    fill: var(--featurescope-bad-ink);
  }
  svg .caret {
    fill: none;
    stroke: var(--featurescope-stable-ink);
    stroke-width: 1.5;
  }
  svg .caret.warn {
    stroke: var(--featurescope-warn-ink);
  }
  svg .caret.bad {
    stroke: var(--featurescope-bad-ink);
  }
  .lanes .dotted {
    shape-rendering: geometricPrecision;
  }
  svg .noise {
    stroke-width: 0.75;
  }
  svg .ribbon {
    fill: var(--featurescope-current-fill);
    fill-opacity: 0.62;
  }
  svg .reference-band {
    fill: var(--featurescope-band);
  }
  svg .reference-line {
    fill: none;
    stroke: var(--featurescope-reference-on-fill);
    stroke-width: 1.25;
    stroke-dasharray: 5 3;
  }
  svg .reference-rule {
    fill: none;
    stroke: var(--featurescope-reference-on-fill);
    stroke-width: 1.25;
  }
  svg .current-line {
    fill: none;
    stroke: var(--featurescope-current);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  svg .current-line.thin {
    stroke-width: 1.3;
  }
  svg .run-bars {
    fill: var(--featurescope-down);
  }
  svg .cursor {
    fill: none;
    stroke: var(--featurescope-ink);
    shape-rendering: crispEdges;
  }
  svg .stretch,
  svg .window {
    fill: var(--featurescope-current);
    fill-opacity: 0.12;
  }
  svg .opened {
    fill: none;
    stroke: var(--featurescope-current);
  }
  .overview {
    margin-top: 4px;
    touch-action: pan-y pinch-zoom;
    user-select: none;
  }
  svg .surface {
    fill: var(--featurescope-soft);
  }
  svg .all-runs {
    fill: none;
    stroke: var(--featurescope-muted);
  }
  svg .window {
    stroke: var(--featurescope-current);
    cursor: grab;
  }
  svg .handle {
    cursor: ew-resize;
  }
  svg .handle rect {
    fill: var(--featurescope-background);
    stroke: var(--featurescope-current);
    stroke-width: 1.25;
  }
  svg .handle path {
    stroke: var(--featurescope-current);
    stroke-width: 1.5;
  }
  svg .handle:focus-visible {
    outline: none;
  }
  svg .handle:focus-visible rect {
    stroke-width: 3;
  }
  .data td,
  .data th[scope="row"] {
    white-space: nowrap;
  }
  .data th button {
    margin-left: -9px;
    color: var(--featurescope-ink);
    text-decoration: underline;
    text-decoration-color: var(--featurescope-limit);
    text-underline-offset: 3px;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  @media (forced-colors: active) {
    .lanes .usual,
    .lanes .reference-band {
      fill: none;
      stroke: GrayText;
    }
    .lanes .ribbon {
      fill: none;
      stroke: var(--featurescope-current);
    }
  }
  @media print {
    .overview,
    .marks,
    .zone .tip {
      display: none;
    }
    .zone .live {
      outline: none;
    }
    .live > svg {
      position: static;
      max-width: 100%;
      height: auto;
    }
    .data {
      max-height: none;
    }
    .data th button {
      display: inline;
      padding: 0;
    }
  }
`;
