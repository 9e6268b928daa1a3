import { type TemplateResult, css, html } from "lit";
import { property } from "lit/decorators.js";
import { flag } from "../parts/flag.js";
import { MovableElement } from "../parts/movable-element.js";
import { gatewayOfScript } from "./gateway-of-script.js";

/**
 * The element of the first design: shows a feature by its name, from the gateway that serves this script or the page.
 *
 * ```html
 * <feature-monitor-panel feature-name="user_age"></feature-monitor-panel>
 * ```
 *
 * It is a thin element around `<feature-panel>`, whose events bubble through it.
 *
 * @summary A panel addressed by feature name.
 * @fires {FeatureLoadEvent} featurescope-load - As that of `<feature-panel>`
 * @fires {FeatureErrorEvent} featurescope-error - As that of `<feature-panel>`
 * @fires {FeatureBinEvent} featurescope-bin - As that of `<feature-panel>`
 * @csspart panel - The `<feature-panel>` inside; its custom properties are set here
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 */
export class FeatureMonitorPanel extends MovableElement {
  static override styles = css`
    :host {
      display: block;
      min-width: 0;
      max-width: 100%;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  /** The feature's name. */
  @property({ attribute: "feature-name" }) featureName = "";

  /** Address of the gateway; by default the one that this script came from. */
  @property({ attribute: "api-base" }) apiBase = gatewayOfScript(import.meta.url);

  /** Follows the gateway's events: shows each newer run as soon as it is published. */
  @property({ type: Boolean, converter: flag, reflect: true }) live = false;

  /** `light` or `dark`, instead of the reader's own scheme. */
  @property() theme: "light" | "dark" | null = null;

  override render(): TemplateResult {
    const name = encodeURIComponent(this.featureName);
    const src = this.featureName && `${this.apiBase.replace(/\/$/, "")}/api/v1/features/${name}/`;
    return html`<feature-panel
      part="panel"
      src=${src}
      .live=${this.live}
      .theme=${this.theme}
    ></feature-panel>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-monitor-panel": FeatureMonitorPanel;
  }
}
