// What is done where a panel has nothing to show; a file of its own, as it seldom is.
export { Attempts } from "./attempts.js";
export { nearestFeatures } from "./nearest-features.js";
export { nearestStyles } from "./nearest-styles.js";
