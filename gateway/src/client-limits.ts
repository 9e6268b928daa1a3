/** How much of a server one client can take up. */
export interface ClientLimits {
  /** A request whose headers are not there after so many milliseconds is refused. */
  headersMs: number;
  /** The same for all of a request. */
  requestMs: number;
  /** A client that takes nothing of its answer for so long is cut off. */
  stalledMs: number;
  /** A connection without a request for so long is closed; a proxy in front is to keep idle ones for shorter. */
  idleMs: number;
  /** How often all these are looked for. */
  checkMs: number;
  /** Requests on one connection, so that clients pass by their load balancer now and then. */
  requestsPerConnection: number;
}

export const CLIENT_LIMITS: ClientLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  stalledMs: 30_000,
  idleMs: 75_000,
  checkMs: 5000,
  requestsPerConnection: 10_000,
};
