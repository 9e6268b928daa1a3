export type Level = "info" | "warn" | "error";

/**
 * Takes one event of the gateway's life: a level, what happened, and figures beside it.
 * Never given secrets, nor bodies of reports.
 */
export type Log = (level: Level, message: string, fields?: Record<string, unknown>) => void;

/** Writes events as JSON, one a line, with the time in UTC. An `Error` among the fields becomes its message. */
export function jsonLog(write: (line: string) => void): Log {
  return (level, message, fields = {}) => {
    const plain = Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? value.message : value,
    ]);
    write(
      `${JSON.stringify({ time: new Date().toISOString(), level, message, ...Object.fromEntries(plain) })}\n`,
    );
  };
}
