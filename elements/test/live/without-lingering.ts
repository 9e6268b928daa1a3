import { vi } from "vitest";

/** A stream lingers for this long after its last listener, in milliseconds. */
const LINGER = 1000;

/** Ends what listens, and with it its stream, which would else stay for a second and be found by the next test. */
export function withoutLingering(end: () => void): void {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    end();
    vi.advanceTimersByTime(LINGER);
  } finally {
    vi.useRealTimers();
  }
}
