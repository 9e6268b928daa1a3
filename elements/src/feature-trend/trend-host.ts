import type { LiveUpdates } from "../controllers/live-updates.js";
import type { Surroundings } from "../controllers/surroundings.js";
import type { MovableElement } from "../parts/movable-element.js";

/** What the parts of a trend see of it. */
export interface TrendHost extends MovableElement {
  readonly src: string;
  readonly surroundings: Surroundings;
  readonly updates: LiveUpdates;
  reload(): Promise<void>;
}
