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
    for (let look = 0; look < 2; look++) await refresh();
  }
  return {
    stream,
    takeBack,
    publishNext: async () => {
      await publish(folder, { run: "c", ...day(3) });
      await refresh();
    },
    told: () => stream.events.map(({ name }) => name),
    gone: () => logged.filter(({ message }) => message === "runs are gone"),
  };
}

test("pages that show the newest run load again once it is taken back, and the log says that it is gone", async () => {
  const { gone, takeBack, told } = await started();

  await takeBack("b");

  await eventually(() => expect(told()).toEqual(["reset"]));
  expect(gone()).toMatchObject([{ level: "info", fields: { gone: 1, runs: 1 } }]);
});

test("a run that goes and was not the newest disturbs no page", async () => {
  const { gone, publishNext, takeBack, told } = await started();

  await takeBack("a");
  await publishNext();

  await eventually(() => expect(told()).toEqual(["report"]));
  expect(gone()).toHaveLength(1);
});

test("where no run is left, the log warns", async () => {
  const { gone, takeBack, told } = await started();

  await takeBack("a", "b");

  await eventually(() => expect(told()).toEqual(["reset"]));
  expect(gone()).toMatchObject([{ level: "warn", fields: { gone: 2, runs: 0 } }]);
});
