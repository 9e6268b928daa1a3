import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { startGateway } from "../support/start-gateway.js";
import { day, twoRuns } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

/** A gateway that is listened to, over the runs `a` and `b`, and what takes one back as its README says. */
async function started() {
  const { folder } = await twoRuns();
  const { events: logged, refresh, served } = await startGateway(folder);
  const stream = await listenEvents(served.address);
  await eventually(() => expect(stream.ids).toHaveLength(1));
  async function takeBack(...runs: string[]): Promise<void> {
    const isOfRun = (name: string) => runs.some((run) => name.endsWith(`!${run}.json`));
    const log = join(folder, "_log/v1");
    for (const name of (await readdir(log)).filter(isOfRun)) await rm(join(log, name));
    for (let look = 0; look < 4; look++) await refresh();
  }
  const publishNext = async (run = "c", n = 3) => {
    await publish(folder, { run, ...day(n) });
    await refresh();
  };
  /** What a client is told that comes with an id, or none, and stays until the next run. */
  async function toldTo(headers: Record<string, string>, query = ""): Promise<string[]> {
    const client = await listenEvents(served.address, { headers, query });
    await eventually(() => expect(client.ids.length).toBeGreaterThan(0));
    // What it missed is written together with the stream's head.
    await new Promise(setImmediate);
    return named(client.events);
  }
  return {
    stream,
    takeBack,
    publishNext,
    toldTo,
    told: () => named(stream.events),
    gone: () => logged.filter(({ message }) => message === "runs are gone"),
  };
}

const named = (events: readonly { name: string; data: Record<string, unknown> }[]): string[] =>
  events.map(({ name, data }) => ("run" in data ? `${name} ${data["run"] as string}` : name));

test("who follows events is told once that a run was taken back, and which; the log says that one is gone", async () => {
  const { gone, publishNext, stream, takeBack, told } = await started();

  await takeBack("b");
  await publishNext();

  await eventually(() => expect(told()).toEqual(["withdrawn b", "report c"]));
  expect(stream.events[0]!.data).toEqual({ pipeline: "credit", key: "credit", run: "b" });
  expect(gone()).toMatchObject([{ level: "info", fields: { gone: 1, runs: 1 } }]);
});

test("a run that goes and was not the newest is told of as well: histories have it", async () => {
  const { gone, publishNext, takeBack, told } = await started();

  await takeBack("a");
  await publishNext();

  await eventually(() => expect(told()).toEqual(["withdrawn a", "report c"]));
  expect(gone()).toHaveLength(1);
});

test("where no run is left, all are told of, and the log warns", async () => {
  const { gone, takeBack, told } = await started();

  await takeBack("a", "b");

  await eventually(() => expect(told().toSorted()).toEqual(["withdrawn a", "withdrawn b"]));
  expect(gone()).toMatchObject([{ level: "warn", fields: { gone: 2, runs: 0 } }]);
});

test("who comes back is told what it missed, whichever gateway it was with, until a newer run has come", async () => {
  const { publishNext, stream, takeBack, toldTo } = await started();
  const here = { "Last-Event-ID": stream.ids[0]! };
  const elsewhere = { "Last-Event-ID": "0123456789ab-7" };
  await takeBack("b");

  expect(await toldTo(here)).toEqual(["withdrawn b"]);
  expect(await toldTo(elsewhere)).toEqual(["reset", "withdrawn b"]);
  expect(await toldTo({})).toEqual(["withdrawn b"]);
  expect(await toldTo({}, "?feature=nobody")).toEqual([]);
  await publishNext("between", 1.5);
  expect(await toldTo({})).toEqual(["withdrawn b"]);

  await publishNext();
  expect(await toldTo(elsewhere)).toEqual(["reset"]);
  expect(await toldTo({})).toEqual([]);
  await eventually(async () =>
    expect(await toldTo(here)).toEqual(["withdrawn b", "report between", "report c"]),
  );
});

test("a run that is taken back and published again is told of in that order, and is withdrawn no longer", async () => {
  const { publishNext, stream, takeBack, told, toldTo } = await started();

  await takeBack("b");
  await publishNext("b", 2);

  await eventually(() => expect(told()).toEqual(["withdrawn b", "report b"]));
  expect(await toldTo({})).toEqual([]);
  expect(await toldTo({ "Last-Event-ID": stream.ids[0]! })).toEqual(["withdrawn b", "report b"]);
});
