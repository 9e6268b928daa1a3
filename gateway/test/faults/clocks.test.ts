import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { eventually } from "../support/eventually.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";
const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 20);

/** Publishes a run by a clock that may be wrong, in the log as well as in its manifest. */
async function publishAt(folder: string, n: number, clock: number): Promise<void> {
  const plan = {
    run: `r${n}`,
    createdAt: new Date(TODAY + n).toISOString(),
    features: [{ name: "age", mean: n }],
  };
  for (const [path, body] of publishedObjects(plan, clock)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, body);
    await utimes(file, clock / 1000, clock / 1000);
  }
}

test.each([
  ["a day behind", -DAY],
  ["a day ahead", DAY],
  ["at the beginning of all clocks", -TODAY],
])(
  "a publisher whose clock is %s is found with the next look, and order is that of the runs",
  async (_what, skew) => {
    const folder = temporaryFolder();
    await publishAt(folder, 1, TODAY);
    const { ask, refresh } = await startGateway(folder, { now: () => TODAY });
    expect((await ask(statistics)).json()["mean"]).toBe(1);

    await publishAt(folder, 2, TODAY + skew);
    await refresh();
    expect((await ask(statistics)).json()["mean"]).toBe(2);
    await publishAt(folder, 3, TODAY);
    await refresh();
    expect((await ask(statistics)).json()["mean"]).toBe(3);
  },
);

/** The machine's clocks by hand: one that is set, and one that only goes on. */
function clocks() {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: TODAY });
  onTestFinished(() => void vi.useRealTimers());
  return { pass: (ms: number) => vi.advanceTimersByTime(ms), set: (date: number) => vi.setSystemTime(date) };
}

test("a machine whose clock is set back waits no longer for a store that failed", async () => {
  const { pass, set } = clocks();
  const folder = temporaryFolder();
  await publishAt(folder, 1, TODAY);
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, refresh } = await startGateway(folder, { store });
  state.isDown = true;
  for (let i = 0; i < 6; i++) await refresh();
  expect((await ask(statistics)).status).toBe(503);

  set(TODAY - DAY);
  state.isDown = false;
  pass(2000);
  await refresh();

  await eventually(async () => expect((await ask(statistics)).status).toBe(200));
});

test("a machine whose clock is set back reads a run that was half written as soon as it would have", async () => {
  const { pass, set } = clocks();
  const folder = temporaryFolder();
  await publishAt(folder, 1, TODAY);
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, refresh, events } = await startGateway(folder, { store });
  await publishAt(folder, 2, TODAY);
  const manifest = join(folder, "runs/credit/r2/manifest.json");
  const whole = await readFile(manifest);
  await writeFile(manifest, whole.subarray(0, 100));
  await refresh();
  expect(events.map(({ message }) => message)).toContain("a report is passed over");

  set(TODAY - DAY);
  await writeFile(manifest, whole);
  pass(1000);
  await refresh();

  expect((await ask(statistics)).json()["mean"]).toBe(2);
  expect(state.isDown).toBe(false);
});

test("a machine whose clock is set back looks at once where it is hinted at", async () => {
  const { set } = clocks();
  const folder = temporaryFolder();
  await publishAt(folder, 1, TODAY);
  const { ask, gateway } = await startGateway(folder);
  set(TODAY - DAY);
  await publishAt(folder, 2, TODAY);

  gateway.refresher.hint();

  await eventually(async () => expect((await ask(statistics)).json()["mean"]).toBe(2));
});

test("a gateway whose own clock is set back and forth goes on answering and finding runs", async () => {
  const folder = temporaryFolder();
  await publishAt(folder, 0, TODAY);
  let now = TODAY;
  const { ask, refresh } = await startGateway(folder, { now: () => now });
  let runs = 1;
  for (const jump of [-DAY, 3 * DAY, -10 * DAY, 400 * DAY, -TODAY]) {
    now += jump;
    await publishAt(folder, runs, TODAY + runs);
    await refresh();
    const answer = await ask(statistics);
    expect([jump, answer.status, answer.json()["mean"]]).toEqual([jump, 200, runs]);
    runs++;
  }
});
