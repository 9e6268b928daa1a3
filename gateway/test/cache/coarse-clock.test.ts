import { afterEach, expect, test, vi } from "vitest";
import { CoarseClock } from "../../src/cache/coarse-clock.js";

afterEach(() => {
  vi.useRealTimers();
});

test("shows the time of its last reading, and none after it was stopped", () => {
  vi.useFakeTimers();
  const clock = new CoarseClock();
  const began = clock.now();
  vi.advanceTimersByTime(99);
  expect(clock.now() - began).toBe(0);
  vi.advanceTimersByTime(1);
  expect(clock.now() - began).toBe(100);
  clock.stop();
  vi.advanceTimersByTime(1000);
  expect(clock.now() - began).toBe(100);
  expect(vi.getTimerCount()).toBe(0);
});
