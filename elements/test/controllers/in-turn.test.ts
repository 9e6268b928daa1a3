import { expect, test } from "vitest";
import { inTurn } from "../../src/controllers/in-turn.js";

const { signal } = new AbortController();

test("works one after another, each in a task of its own, and goes on after a failure", async () => {
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    return name;
  };
  const failing = inTurn(() => Promise.reject(new Error("no")), signal);
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

test("does the first at once, and what is asked in the same task later", async () => {
  await new Promise((done) => setTimeout(done, 20));
  const log: string[] = [];
  const turns = ["first", "second"].map((name) => inTurn(() => log.push(name), signal));
  expect(log).toEqual(["first"]);
  await turns[0];
  await Promise.resolve();
  expect(log).toEqual(["first"]);
  await turns[1];
  expect(log).toEqual(["first", "second"]);
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
