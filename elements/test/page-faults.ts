import { afterEach, beforeEach } from "vitest";

/** Errors that nobody caught in the page during the test that runs. */
export const faults: unknown[] = [];

const note = (event: Event): void => void faults.push((event as ErrorEvent).error ?? event);

beforeEach(() => {
  faults.length = 0;
  addEventListener("error", note);
  addEventListener("unhandledrejection", note);
});

afterEach(() => {
  removeEventListener("error", note);
  removeEventListener("unhandledrejection", note);
});
