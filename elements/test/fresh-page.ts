import { afterEach, beforeEach, vi } from "vitest";
import { setFetch } from "../src/fetch.js";

/** What the console was told that a reader of it should look into. */
const complaints: string[] = [];

for (const level of ["warn", "error"] as const) {
  const say = console[level];
  console[level] = (...said: unknown[]) => {
    say(...said);
    const text = said.join(" ");
    // Tests run its development build on purpose: that is the one that warns.
    if (!text.startsWith("Lit is in dev mode")) complaints.push(text);
  };
}

// The made-up runs are of September 2026. Seen from any later day, each would be overdue.
beforeEach(() => {
  vi.setSystemTime("2026-10-02T06:00Z");
});

// What a test put on the page, and what it answered with, is gone before the next.
afterEach(() => {
  document.body.replaceChildren();
  setFetch();
  const told = complaints.splice(0);
  if (told.length > 0) throw new Error(`Expected a silent console, found:\n${told.join("\n")}`);
});
