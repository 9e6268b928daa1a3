import { expect, test } from "vitest";
import { inTurn, nextTask } from "../../src/controllers/in-turn.js";

const { signal } = new AbortController();

test("works one after another, heavy ones each in a task of its own, and goes on after a failure", async () => {
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    heavy();
    log.push(`${name} ends`);
    return name;
  };
  const failing = inTurn((): void => {
    heavy();
    throw new Error("no");
  }, signal);
  const first = inTurn(work("first"), signal);
  const second = inTurn(work("second"), signal);
  setTimeout(() => log.push("another task"));
  await expect(failing).rejects.toThrow("no");
  expect(await Promise.all([first, second])).toEqual(["first", "second"]);
  expect(log.filter((line) => line !== "another task")).toEqual([
    "first begins",
    "first ends",
    "second begins",
    "second ends",
  ]);
  expect(log.indexOf("another task")).toBeLessThan(log.indexOf("second begins"));
});

/** Work that takes longer than pieces may take together. */
function heavy(): void {
  const end = performance.now() + 20;
  while (performance.now() < end);
}

/** Resolves when all that was asked so far is done, and the clock of its task has ended. */
async function quiet(): Promise<void> {
  await inTurn(() => undefined, signal);
  await new Promise((done) => setTimeout(done, 20));
}

test("does the first at once, light work with it, and what comes after heavy work in another task", async () => {
  await quiet();
  const log: string[] = [];
  const work = (name: string, much: boolean) =>
    inTurn(() => {
      log.push(name);
      if (much) heavy();
    }, signal);
  const turns = [work("light", false), work("heavy", true), work("last", false)];
  expect(log).toEqual(["light"]);
  await turns[1];
  expect(log).toEqual(["light", "heavy"]);
  await turns[2];
  expect(log).toEqual(["light", "heavy", "last"]);
});

test("does first what is urgent when its turn comes", async () => {
  await quiet();
  const log: string[] = [];
  let isSeen = false;
  const turns = [
    inTurn(() => {
      log.push("first");
      heavy();
    }, signal),
    inTurn(() => log.push("far"), signal),
    inTurn(
      () => log.push("seen"),
      signal,
      () => isSeen,
    ),
  ];
  isSeen = true;
  await Promise.all(turns);
  expect(log).toEqual(["first", "seen", "far"]);
});

test("leaves out work that nobody waits for any more", async () => {
  const controller = new AbortController();
  void inTurn(() => undefined, signal);
  let done = false;
  const turn = inTurn(() => {
    done = true;
  }, controller.signal);
  controller.abort();
  await expect(turn).rejects.toThrow();
  expect(done).toBe(false);
});

test("counts what runs on into another task there: what comes next waits for the task after", async () => {
  await quiet();
  const log: string[] = [];
  const first = inTurn(async () => {
    await nextTask();
    heavy();
    setTimeout(() => log.push("another task"));
    log.push("first");
  }, signal);
  await Promise.all([first, inTurn(() => log.push("next"), signal)]);
  expect(log).toEqual(["first", "another task", "next"]);
});
