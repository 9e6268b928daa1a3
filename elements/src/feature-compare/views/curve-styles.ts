import { css, type CSSResult } from "lit";

/** Styles of runs laid over each other, and of drawings that stretch to their place. */
export const curveStyles: CSSResult = css`
  .stretched {
    width: 100%;
    height: 35px;
  }
  .stretched path {
    vector-effect: non-scaling-stroke;
  }
  .stretched.large {
    height: 260px;
  }
  .plot {
    position: relative;
    margin-bottom: 18px;
  }
  .plot.with-ticks {
    padding-left: 40px;
  }
  .plot .labels {
    position: absolute;
    inset: 0 0 auto;
    height: 260px;
  }
  .plot.with-ticks .labels {
    left: 40px;
    width: calc(100% - 40px);
  }
  .grid {
    stroke: var(--featurescope-faint);
  }
  .curve,
  .outline[class*="nth"] {
    fill: none;
    stroke: var(--featurescope-reference-on-fill);
    stroke-width: 1.75;
  }
  .curve.nth-0 {
    stroke: var(--featurescope-current);
    stroke-width: 2.25;
  }
  .nth-1 {
    stroke-dasharray: 5 3;
  }
  .nth-2 {
    stroke-dasharray: 1.5 2.5;
  }
  .nth-3 {
    stroke-dasharray: 9 3 2 3;
  }
  svg .curve-label {
    fill: var(--featurescope-reference);
    font-size: 12px;
    font-weight: 600;
    stroke: var(--featurescope-background);
    stroke-width: 3;
    paint-order: stroke;
  }
  svg .curve-label[class*="nth"] {
    stroke-dasharray: none;
  }
  svg .curve-label.nth-0 {
    fill: var(--featurescope-current);
  }
  /* It would reach into the numbers of the axis; the key tells it too. */
  @container (width < 520px) {
    .with-ticks .curve-label.end {
      display: none;
    }
  }
`;
