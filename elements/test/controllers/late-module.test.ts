import { expect, test } from "vitest";
import { LateModule } from "../../src/controllers/late-module.js";

test("is at hand once it has come, and is tried again where it has not", async () => {
  let tries = 0;
  const module = new LateModule(async () => {
    if (++tries === 1) throw new Error("no network");
    return { tries };
  });
  await expect(module.get()).rejects.toThrow("no network");
  const come = await module.get();
  expect(come).toEqual({ tries: 2 });
  expect(module.get()).toBe(come);
});
