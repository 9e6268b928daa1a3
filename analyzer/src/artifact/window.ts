/** The time span of a run's rows, in UTC. */
export interface Window {
  /** Inclusive; ISO 8601 with `Z`, e.g. `2001-02-05T00:00:00.000Z`. */
  start: string;
  /** Exclusive; ISO 8601 with `Z`. */
  end: string;
}
