import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { CLIENT_CORE, onCore } from "./program.js";

/** What one run of wrk saw. */
export interface Load {
  requestsPerSecond: number;
  requests: number;
  p99Milliseconds: number;
  /** Answers that were neither 2xx nor 3xx, and broken connections. */
  errors: number;
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000 };

/** Sends requests over 32 connections for some seconds. */
export async function load(address: string, headers: Record<string, string>, seconds: number): Promise<Load> {
  const args = ["-t1", "-c32", `-d${seconds}s`, "--latency"];
  for (const [name, value] of Object.entries(headers)) args.push("-H", `${name}: ${value}`);
  const [program = "", ...rest] = onCore(CLIENT_CORE, ["wrk", ...args, address]);
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
  const [output, [status]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (status !== 0) throw new Error(`wrk failed: ${output}`);
  const [, p99 = "0", unit = "ms"] = /99%\s+([\d.]+)(us|ms|s)/.exec(output) ?? [];
  const number = (pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? 0);
  return {
    requestsPerSecond: number(/Requests\/sec:\s+([\d.]+)/),
    requests: number(/(\d+) requests in/),
    p99Milliseconds: Number(p99) * UNITS[unit]!,
    errors:
      number(/Non-2xx or 3xx responses: (\d+)/) +
      number(/connect (\d+)/) +
      number(/read (\d+)/) +
      number(/timeout (\d+)/),
  };
}
