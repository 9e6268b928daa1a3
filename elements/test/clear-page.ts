import { afterEach } from "vitest";
import { setFetch } from "../src/fetch.js";

// What a test put on the page, and what it answered with, is gone before the next.
afterEach(() => {
  document.body.replaceChildren();
  setFetch();
});
