import type { State } from "../parts/state.js";
import type { UpdateWords } from "./update-words.js";

/** So many features are named. */
const NAMED = 3;

/**
 * What is said of an update: each feature whose verdict is another than before, the first three by name; empty where
 * none is. Features that are gone are no news.
 */
export function sayChanges(
  before: ReadonlyMap<string, State>,
  now: ReadonlyMap<string, State>,
  states: Record<State, string>,
  words: UpdateWords,
): string {
  const changes = [...now].filter(([feature, state]) => before.get(feature) !== state);
  const said = changes.slice(0, NAMED).map(([feature, state]) => {
    const was = before.get(feature);
    return was === undefined
      ? words.appeared(feature, states[state])
      : words.changed(feature, states[state], states[was]);
  });
  if (changes.length > NAMED) said.push(words.others(changes.length - NAMED));
  return said.join(words.gap);
}
