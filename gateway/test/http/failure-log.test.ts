import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { expect, onTestFinished, test, vi } from "vitest";
import { FailureLog } from "../../src/http/failure-log.js";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const error = new FeaturescopeError("store-unreachable", "down");

function started() {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const lines: string[] = [];
  const failures = new FailureLog((level, message, { path, requests, seconds } = {}) =>
    lines.push([level, message, path, requests, seconds].filter(Boolean).join(" ")),
  );
  const fail = (path: string, status = 503): void =>
    failures.tell("warn", { id: "x", status, type: `/problems/${status}`, path, error });
  return { fail, lines };
}

test("of requests that fail for a store that is away one a minute is told, and how many more there were", () => {
  const { fail, lines } = started();
  for (let i = 0; i < 1000; i++) fail(`/file-${i}`);
  vi.advanceTimersByTime(59_999);
  expect(lines).toEqual(["warn a request failed /file-0"]);

  vi.advanceTimersByTime(1);
  for (let i = 0; i < 3; i++) fail(`/again-${i}`);
  vi.advanceTimersByTime(60_000);
  fail("/alone");
  vi.advanceTimersByTime(600_000);
  expect(lines).toEqual([
    "warn a request failed /file-0",
    "warn more requests failed 999 60",
    "warn a request failed /again-0",
    "warn more requests failed 2 60",
    "warn a request failed /alone",
  ]);
});

test("another reason is told beside it, and each file that is at fault itself", () => {
  const { fail, lines } = started();
  for (const path of ["/a", "/b"]) for (const status of [503, 502]) fail(path, status);

  expect(lines).toEqual(["warn a request failed /a", "warn a request failed /a", "warn a request failed /b"]);
});

test("who asks for a file that is at fault all the time puts ten lines a minute into the log", () => {
  const { fail, lines } = started();
  for (let i = 0; i < 1000; i++) fail("/broken", 502);
  vi.advanceTimersByTime(60_000);

  const told = Array.from({ length: 10 }, () => "warn a request failed /broken");
  expect(lines).toEqual([...told, "warn more requests failed 990 60"]);
  for (let i = 0; i < 20; i++) fail("/wrong", 500);
  expect(lines.slice(11)).toEqual(Array.from({ length: 20 }, () => "warn a request failed /wrong"));
});

test("a board of a store that is away puts one line into the log, not one for each feature", async () => {
  const names = Array.from({ length: 50 }, (_, i) => `feature-${i}`);
  const folder = temporaryFolder();
  await publish(folder, { run: "a", features: names.map((name) => ({ name })) });
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, events } = await startGateway(folder, { store });
  state.isDown = true;

  for (const name of names) {
    const answer = await ask(`/api/v1/pipelines/credit/features/${name}/statistics.json`);
    expect(answer.status).toBe(503);
  }
  expect(events.filter(({ message }) => message === "a request failed")).toHaveLength(1);
});
