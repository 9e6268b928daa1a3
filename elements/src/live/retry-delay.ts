/** Longest wait between two attempts, in milliseconds. */
const LONGEST = 60_000;
/** Shortest first wait, whatever a stream asks for. */
const SHORTEST = 1000;

/**
 * How long to wait before another attempt, in milliseconds: twice as long each time, a minute at most, and from half of that
 * upward by chance, so that the clients of a gateway that starts again do not all come at once.
 * @param failures attempts that failed since the last that did not; from 1
 * @param first the wait after the first, in milliseconds, as the stream asks for it
 * @param random in [0, 1)
 */
export function retryDelay(failures: number, first: number, random: number): number {
  const longest = Math.min(LONGEST, Math.max(SHORTEST, first) * 2 ** Math.max(0, failures - 1));
  return longest * (0.5 + random / 2);
}
