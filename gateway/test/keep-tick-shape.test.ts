import { createHook } from "node:async_hooks";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { keepTickShape } from "../src/keep-tick-shape.js";

test("one tick's object outlives collections of garbage, and no other", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const made: WeakRef<object>[] = [];
  const hook = createHook({
    init(_id, type, _trigger, resource) {
      if (type === "TickObject") made.push(new WeakRef(resource));
    },
  });
  hook.enable();
  keepTickShape();
  process.nextTick(() => undefined);
  keepTickShape();
  hook.disable();
  await turn();
  await turn();
  collectGarbage();

  expect(made.map((object) => object.deref() !== undefined)).toEqual([true, false, false]);
});
