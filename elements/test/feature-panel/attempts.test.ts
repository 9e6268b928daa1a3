import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LoadError } from "../../src/controllers/load-error.js";
import { Attempts } from "../../src/feature-panel/attempts.js";

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
let asked: number;
let attempts: Attempts;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  attempts = new Attempts(host, () => asked++);
});

afterEach(() => {
  attempts.end();
  vi.useRealTimers();
});

function failure(code: string, status: number | null): LoadError {
  return new LoadError(code, "no", status, "https://gateway/");
}

test("asks again after a wait that grows, and counts each failure once", () => {
  const waits = [1, 2, 3].map((count) => {
    const error = failure("unreachable", null);
    const made = attempts.after(error)!;
    expect(attempts.after(error)).toBe(made);
    expect(made.count).toBe(count);
    const wait = +made.next - +made.last;
    vi.advanceTimersByTime(wait - 1);
    expect(asked).toBe(count - 1);
    vi.advanceTimersByTime(1);
    expect(asked).toBe(count);
    return wait;
  });
  expect(waits[0]).toBeGreaterThanOrEqual(5000);
  expect(waits[2]).toBeGreaterThanOrEqual(20_000);
});

test.each([
  ["store-unreachable", 503, true],
  ["too-many-requests", 429, true],
  ["unknown-feature", 404, false],
  ["schema-too-new", null, false],
])("%s, %s: whether asking again may help", (code, status, helps) => {
  expect(attempts.after(failure(code, status)) !== null).toBe(helps);
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(helps ? 1 : 0);
});

test("asks nobody once there is something to show", () => {
  attempts.after(failure("unreachable", null));
  attempts.end();
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(0);
  expect(attempts.after(failure("unreachable", null))!.count).toBe(1);
});

test("taken out of the page it asks nobody; put back, it asks when that is due", () => {
  const { next, last } = attempts.after(failure("unreachable", null))!;
  const wait = +next - +last;
  attempts.hostDisconnected();
  vi.advanceTimersByTime(wait / 2);
  attempts.hostConnected();
  vi.advanceTimersByTime(wait / 2 - 1);
  expect(asked).toBe(0);
  attempts.hostDisconnected();
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(0);
  attempts.hostConnected();
  vi.advanceTimersByTime(1);
  expect(asked).toBe(1);
});
