import { type ManifestFeature, type State, STATES, stateOf } from "../../artifact/index.js";

/** The state of a run's worst feature, in the order of {@link STATES}; `unknown` where it has none. */
export function worstState(features: readonly ManifestFeature[]): State {
  const states = new Set(features.map(stateOf));
  return STATES.find((state) => states.has(state)) ?? "unknown";
}
