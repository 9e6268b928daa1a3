import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { type DestinationStream, pino } from "pino";

export type Level = "info" | "warn" | "error";

/**
 * Takes one event of the gateway's life: a level, what happened, and figures beside it.
 * Never given secrets, nor bodies of reports.
 */
export type Log = (level: Level, message: string, fields?: Record<string, unknown>) => void;

/** An error as it is logged: expected ones by code and message, others with the stack, each with its cause. */
function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const cause = error.cause === undefined ? {} : { cause: loggedError(error.cause) };
  if (error instanceof FeaturescopeError) return { code: error.code, message: error.message, ...cause };
  return { message: error.message, stack: error.stack, ...cause };
}

/** Writes events as JSON by pino, one a line, with the time in UTC. */
export function jsonLog(destination: DestinationStream): Log {
  const logger = pino(
    {
      base: null,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: loggedError },
    },
    destination,
  );
  return (level, message, fields = {}) => logger[level](fields, message);
}
