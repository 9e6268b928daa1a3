import { expect, test } from "vitest";
import { sayChanges } from "../../src/live/say-changes.js";
import { updateWords } from "../../src/live/update-words.js";
import { type State, STATES } from "../../src/parts/state.js";
import { en } from "../../src/words/en.js";
import { zhHans } from "../../src/words/zh-hans.js";

const states = (all: Record<string, State>): ReadonlyMap<string, State> => new Map(Object.entries(all));

function say(before: Record<string, State>, now: Record<string, State>): string {
  return sayChanges(states(before), states(now), en.states, updateWords(en));
}

function fiveOf(state: State): Record<string, State> {
  return Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`f${i}`, state]));
}

test("says only what changed", () => {
  expect(say({ age: "stable", city: "watch" }, { age: "shifted", city: "watch" })).toBe(
    "age: shifted, was stable.",
  );
  for (const state of STATES) expect(say({ age: state }, { age: state })).toBe("");
});

test("names what is new, and says nothing of what is gone", () => {
  expect(say({ age: "stable" }, { city: "broken" })).toBe("city: broken, new.");
});

test("names three, and counts the others", () => {
  expect(say(fiveOf("stable"), fiveOf("watch"))).toBe(
    "f0: watch, was stable. f1: watch, was stable. f2: watch, was stable. 2 more verdicts changed.",
  );
});

test("speaks Chinese", () => {
  const said = sayChanges(
    states({ 年龄: "stable" }),
    states({ 年龄: "shifted" }),
    zhHans.states,
    updateWords(zhHans),
  );
  expect(said).toBe("年龄：由稳定变为偏移。");
});
