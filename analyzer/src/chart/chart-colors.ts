import type { ChartColors } from "./chart-types.js";

/** Colours on white. Text reaches a contrast of 4.5:1 on the background, marks 3:1. */
export const lightColors: ChartColors = {
  background: "#ffffff",
  line: "#e3e5e8",
  faint: "#e7e9ec",
  soft: "#f3f4f6",
  ink: "#1a1d21",
  muted: "#5b6472",
  current: "#2563c9",
  currentFill: "#b7d0f5",
  reference: "#6b7280",
  referenceOnFill: "#525b68",
  up: "#c2540a",
  down: "#737c89",
  limit: "#737c89",
  band: "#dfe3e8",
  hatch: "#737c89",
  warnInk: "#7d5200",
  badInk: "#9a3d05",
  warnBackground: "#fbf1d3",
  badBackground: "#fdeee3",
};

/** Colours on near-black, with the same contrasts: lighter strokes and darker fills, no inversion. */
export const darkColors: ChartColors = {
  background: "#14171c",
  line: "#2a2f37",
  faint: "#262b33",
  soft: "#1c2027",
  ink: "#e8eaed",
  muted: "#9aa4b2",
  current: "#7db1ff",
  currentFill: "#2b4a78",
  reference: "#a3acb9",
  referenceOnFill: "#c6cdd7",
  up: "#f2995c",
  down: "#838d9b",
  limit: "#7d8694",
  band: "#2b313a",
  hatch: "#838d9b",
  warnInk: "#f1c56b",
  badInk: "#ffb585",
  warnBackground: "#33290f",
  badBackground: "#3d2413",
};
