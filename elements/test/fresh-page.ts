import { afterEach, beforeEach, vi } from "vitest";
import { setFetch } from "../src/fetch.js";

// The made-up runs are of September 2026. Seen from any later day, each would be overdue.
beforeEach(() => {
  vi.setSystemTime("2026-10-02T06:00Z");
});

// What a test put on the page, and what it answered with, is gone before the next.
afterEach(() => {
  document.body.replaceChildren();
  setFetch();
});
