import { expect, test } from "vitest";
import { FolderCalls } from "../../src/store/folder-calls.js";
import { codeOf } from "./store-suite.js";

test("of calls that hang few are begun; who waits is told, and once they end, only what is still waited for is done", async () => {
  const calls = new FolderCalls(200);
  let begun = 0;
  let end!: () => void;
  const hanging = new Promise<void>((resolve) => (end = resolve));
  const call = (): Promise<void> => {
    begun++;
    return hanging;
  };

  const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(calls.run("a", call))));
  expect([new Set(codes), begun]).toEqual([new Set(["store-unreachable"]), 3]);
  end();
  expect(await calls.run("b", async () => "read")).toBe("read");
  expect(begun).toBe(3);
});

const failing = (): Promise<never> => Promise.reject(new Error("no"));

test("calls that fail make room for others", async () => {
  const calls = new FolderCalls();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => calls.run("a", failing)));
  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  expect(await calls.run("b", async () => "read")).toBe("read");
});
