import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { ReactiveControllerHost } from "lit";
import type { LiveUpdates } from "../controllers/live-updates.js";
import type { Loaded } from "../controllers/load-document.js";
import type { Seen } from "../controllers/seen.js";
import type { Surroundings } from "../controllers/surroundings.js";
import type { Beside } from "../live/load-beside.js";
import type { PanelData } from "./panel-data.js";

/** A feature's figures and where they came from. */
export interface LoadedFeature extends Loaded<StatisticsDocument> {
  /** The documents that they were handed over with; nothing is loaded for those. */
  inHand?: PanelData;
}

/** What the parts of a panel see of it. */
export interface PanelHost extends ReactiveControllerHost, HTMLElement {
  src: string;
  /** Figures that are shown; null while there are none. */
  readonly loaded: LoadedFeature | null;
  /** What a published run has beside its figures, as it was loaded with them; null for any other. */
  readonly beside: Beside | null;
  /** Why figures or newer ones could not be had when they were last asked for; undefined where they could. */
  readonly failure: Error | undefined;
  readonly seen: Seen;
  readonly surroundings: Surroundings;
  readonly updates: LiveUpdates;
  readonly renderRoot: HTMLElement | DocumentFragment;
  reload(): void;
}
