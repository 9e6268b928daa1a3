import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { LiveUpdates } from "../controllers/live-updates.js";
import type { Loaded } from "../controllers/load-document.js";
import type { Seen } from "../controllers/seen.js";
import type { Surroundings } from "../controllers/surroundings.js";
import type { Beside } from "../live/load-beside.js";
import type { MovableElement } from "../parts/movable-element.js";
import type { PanelData } from "./panel-data.js";

/** A feature's figures and where they came from. */
export interface LoadedFeature extends Loaded<StatisticsDocument> {
  /** The documents that they were handed over with; nothing is loaded for those. */
  inHand?: PanelData;
}

/** What the parts of a panel see of it. */
export interface PanelHost extends MovableElement {
  src: string;
  /** Figures that are shown; null while there are none. */
  readonly loaded: LoadedFeature | null;
  /** What a published run has beside its figures, as it was loaded with them; null for any other. */
  readonly beside: Beside | null;
  readonly seen: Seen;
  readonly surroundings: Surroundings;
  readonly updates: LiveUpdates;
  reload(): void;
}
