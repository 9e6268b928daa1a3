import * as fc from "fast-check";
import { expect, test } from "vitest";
import { RenewedKeys } from "../../src/credentials/renewed-keys.js";

const MINUTE = 60_000;

/** A source whose clock is set by hand; its calls wait to be settled. */
function started(lastsMs: number) {
  const state = { now: 0, calls: 0, isDown: false, lastsMs, faults: 0 };
  let settle: (() => void)[] = [];
  const keys = new RenewedKeys(
    () => {
      const call = ++state.calls;
      const { isDown } = state;
      return new Promise((resolve, reject) => {
        settle.push(() => {
          const ends = state.now + state.lastsMs;
          if (isDown) reject(new Error("the source is down"));
          else
            resolve({
              accessKey: `key ${call}`,
              secretKey: `secret ${call}`,
              sessionToken: `token ${call}`,
              ends,
            });
        });
      });
    },
    { now: () => state.now, onFault: () => state.faults++ },
  );
  const settleAll = async (): Promise<void> => {
    for (const each of settle) each();
    settle = [];
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  const get = async (): Promise<string> => {
    const found = keys.get().then(
      ({ accessKey }) => accessKey,
      (error: Error) => error.message,
    );
    await settleAll();
    return found;
  };
  return { state, keys, get, settleAll };
}

test("many who ask at once make one call", async () => {
  const { state, keys, settleAll } = started(60 * MINUTE);
  const asked = Array.from({ length: 20 }, () => keys.get());
  await settleAll();

  expect(new Set((await Promise.all(asked)).map(({ accessKey }) => accessKey))).toEqual(new Set(["key 1"]));
  expect(state.calls).toBe(1);
});

test("they are renewed five minutes before they end, and nobody waits for that", async () => {
  const { state, keys, get } = started(60 * MINUTE);
  expect(await get()).toBe("key 1");
  state.now = 55 * MINUTE - 1;
  expect(await get()).toBe("key 1");
  expect(state.calls).toBe(1);

  state.now = 55 * MINUTE;
  // Nothing settles the call, yet there is an answer.
  expect((await keys.get()).accessKey).toBe("key 1");
  expect((await keys.get()).accessKey).toBe("key 1");
  expect(state.calls).toBe(2);
  await get();
  expect(await get()).toBe("key 2");
});

test("while the source is down the keys are used until they end, and it is asked every ten seconds", async () => {
  const { state, get } = started(60 * MINUTE);
  await get();
  state.isDown = true;
  for (state.now = 55 * MINUTE; state.now < 60 * MINUTE; state.now += 1000) expect(await get()).toBe("key 1");
  expect([state.calls, state.faults]).toEqual([1 + 30, 1]);

  expect(await get()).toBe("the source is down");
  state.isDown = false;
  expect(await get()).toMatch(/^key \d+$/);

  state.now += 56 * MINUTE;
  state.isDown = true;
  await get();
  expect(state.faults).toBe(2);
});

test("keys whose end is not told are looked at every ten seconds", async () => {
  const { state, get } = started(Infinity);
  for (state.now = 0; state.now < MINUTE; state.now += 1000) await get();

  expect(state.calls).toBe(6);
});

test("whatever happens when, keys that are over are never given while the source has others", async () => {
  const step = fc.record({ waitMs: fc.integer({ min: 0, max: 10 * MINUTE }), isDown: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      async (steps, minutes) => {
        const { state, keys, settleAll } = started(minutes * MINUTE);
        for (const { waitMs, isDown } of steps) {
          state.now += waitMs;
          state.isDown = isDown;
          const found = keys.get().catch(() => null);
          await settleAll();
          const given = await found;
          const isGood = given === null ? isDown : given.ends > state.now;
          expect(isGood).toBe(true);
        }
      },
    ),
  );
});
