import type { ReactiveControllerHost } from "lit";
import type { LiveUpdates } from "../controllers/live-updates.js";
import type { Surroundings } from "../controllers/surroundings.js";

/** What the parts of a trend see of it. */
export interface TrendHost extends ReactiveControllerHost, HTMLElement {
  readonly src: string;
  readonly surroundings: Surroundings;
  readonly updates: LiveUpdates;
  readonly renderRoot: HTMLElement | DocumentFragment;
  reload(): Promise<void>;
}
