import type { Zoom } from "./zoom.js";

/** What a reader can change of a chart. */
export interface ChartSettings {
  mode: "share" | "count";
  logY: boolean;
  /** All levels, instead of those that fit. */
  allLevels: boolean;
  /** Null for the whole range. */
  zoom: Zoom | null;
  /** The bin or level under the cursor, from 0, with −1 and the count of bins for what lies beyond the axis' ends; null for none. */
  cursor: number | null;
  /** Whether the cursor stays when the pointer leaves. */
  pinned: boolean;
}

/** How a chart is first shown. */
export const INITIAL_SETTINGS: ChartSettings = {
  mode: "share",
  logY: false,
  allLevels: false,
  zoom: null,
  cursor: null,
  pinned: false,
};
