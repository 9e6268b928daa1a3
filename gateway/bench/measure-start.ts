import { setTimeout as wait } from "node:timers/promises";
import { startGateway } from "./start-gateway.js";

/** A store that a gateway is started over. */
export interface Started {
  folder: string;
  /** How many runs it has. */
  runs: number;
  /** Addresses that are asked for until all runs are known, relative to the gateway's. */
  asked: readonly string[];
}

async function runsKnown(address: string): Promise<number> {
  const text = await fetch(`${address}metrics`).then(
    (answer) => answer.text(),
    () => "",
  );
  return Number(/^featurescope_runs (\d+)/m.exec(text)?.[1] ?? 0);
}

/** Starts a gateway over a store while it is already asked, and gives cells of a table: times, requests, and the memory that it settles at and took at most. */
export async function measureStart({ folder, runs, asked }: Started): Promise<string> {
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  const { program: gateway, address } = await startGateway(folder);
  const ready = seconds();
  const times: number[] = [];
  let failures = 0;
  while ((await runsKnown(address)) < runs) {
    for (const path of asked) {
      const asks = performance.now();
      const { ok } = await fetch(`${address}${path}`);
      if (!ok) failures++;
      times.push(performance.now() - asks);
      await wait(5);
    }
  }
  const indexed = seconds();
  // Some polls later: what it settles at.
  await wait(20_000);
  const [settled, most] = [gateway.residentBytes(), gateway.mostResidentBytes()].map((bytes) =>
    (bytes / 1024 / 1024).toFixed(0),
  );
  gateway.stop();
  const slowest = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN;
  return `${ready} s | ${indexed} s | ${times.length}, ${failures} | ${slowest.toFixed(0)} ms | ${settled} MB | ${most} MB |`;
}

/** The heading of a table of such cells. */
export const START_TABLE = [
  "\n| runs | first answer after | all known after | requests meanwhile, failed | their p99 | memory | at most |",
  "|---|---|---|---|---|---|---|",
].join("\n");
