import { type CSSResult, css, html, nothing, type TemplateResult } from "lit";

/** Styles of {@link waiting}, and of the picture's box while it is empty. */
export const waitingStyles: CSSResult = css`
  .bar {
    width: 60%;
    height: 13px;
    margin: 8px 0;
    border-radius: 4px;
    background: var(--featurescope-faint);
  }
  .bar.short {
    width: 35%;
  }
  .wait {
    display: grid;
    place-items: center;
    border: 1px solid var(--featurescope-line);
    border-radius: 6px;
    color: var(--featurescope-muted);
  }
  .box {
    height: 485px;
  }
`;

/**
 * What every element shows until there is something to show: a heading, bars in place of sentences, and a box of about the picture's size.
 * @param spoken told to screen readers, where words have arrived
 * @param reason said in the box, where waiting was for nothing
 */
export function waiting(
  heading: TemplateResult | typeof nothing,
  spoken: string,
  reason = "",
): TemplateResult {
  return html`<header>${heading}</header>
    ${spoken ? html`<p class="spoken" role="status">${spoken}</p>` : nothing}
    <div class="bar"></div>
    <div class="bar short"></div>
    <div class="wait box" aria-busy=${reason === ""}>${reason}</div>`;
}
