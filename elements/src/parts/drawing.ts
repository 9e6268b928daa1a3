import { css, type CSSResult } from "lit";

/** Styles of everything that the parts draw as SVG: geometry is in attributes, colour in these classes. */
export const drawing: CSSResult = css`
  svg {
    display: block;
    overflow: visible;
  }
  svg text {
    font-size: 11px;
    font-variant-numeric: tabular-nums;
    fill: var(--featurescope-muted);
  }
  svg .middle {
    text-anchor: middle;
  }
  svg .end {
    text-anchor: end;
  }
  svg .track {
    fill: var(--featurescope-faint);
  }
  @media (forced-colors: active) {
    svg .track {
      stroke: GrayText;
    }
  }
  svg .marker {
    fill: var(--featurescope-ink);
    stroke: var(--featurescope-background);
    stroke-width: 2.5;
    paint-order: stroke;
  }
  svg .beyond,
  svg .trend {
    fill: none;
    stroke: var(--featurescope-ink);
    stroke-width: 1.4;
    stroke-linejoin: round;
  }
  svg .beyond {
    stroke-width: 2;
  }
  svg .rule {
    fill: none;
    stroke: var(--featurescope-limit);
    shape-rendering: crispEdges;
  }
  svg .dotted {
    stroke-dasharray: 2 3;
  }
  svg .hatching {
    stroke: var(--featurescope-hatch);
    fill: none;
  }
  svg .hatching.solid {
    fill: var(--featurescope-hatch);
    stroke: none;
  }
  svg .usual {
    fill: var(--featurescope-usual);
  }
  svg .bars {
    fill: var(--featurescope-current-fill);
  }
  svg .tops {
    fill: none;
    stroke: var(--featurescope-current);
    stroke-width: 1.4;
  }
  svg .outline {
    fill: none;
    stroke: var(--featurescope-reference-on-fill);
    stroke-width: 1.2;
  }
  svg .levels {
    stroke-width: 1.6;
  }
  svg .halo {
    fill: var(--featurescope-background);
  }
  svg .sign {
    flex: none;
  }
  svg .glyph {
    fill: var(--featurescope-stable-ink);
  }
  svg .glyph.watch {
    fill: var(--featurescope-warn-ink);
  }
  svg .glyph.shifted {
    fill: var(--featurescope-bad-ink);
  }
  svg .glyph.unknown,
  svg .glyph.broken {
    fill: none;
    stroke: var(--featurescope-stable-ink);
    stroke-width: 1.6px;
    vector-effect: non-scaling-stroke;
  }
  svg .glyph.broken {
    stroke: var(--featurescope-bad-ink);
    stroke-width: 2px;
    stroke-linecap: round;
  }
`;
