import { expect, test } from "vitest";
import { unreadableProfile } from "../../src/profile/no-profile.js";
import { numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write, writeParquet } = tableFolder();

/** Written by pyarrow 26: −11.99 and 0.01 as decimal256(50, 2) `d`, of 21 bytes, and as decimal256(76, 2) `w`, of 32; 1 and 2 as `x`. */
const WIDE_DECIMALS = Buffer.from(
  `UEFSMRUAFWAVYCwVBBUAFQYVBhwAAAACAAAABAH/////////////////////////+1EAAAAAAAAAAAAAAAAAAAAAAAAAAAEVABWMARWMASwVBBUAFQYVBhwAAAACAAAABAH/
   ///////////////////////////////////////7UQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABFQAVLBUsLBUEFQAVBhUGHAAAAAIAAAAEAQEAAAAAAAAAAgAA
   AAAAAAAVBBlMNQAYBnNjaGVtYRUGABUOFSoVAhgBZCUKFQQVZCxcFQQVZAAAABUOFUAVAhgBdyUKFQQVmAEsXBUEFZgBAAAAFQQlAhgBeAAWBBkcGTwmABwVDhklBgAZGAFk
   FQAWBBaGARaGASYISRwVABUAFQIAPCkGGSYABAAAACYAHBUOGSUGABkYAXcVABYEFrYBFrYBJo4BSRwVABUAFQIAPCkGGSYABAAAACYAHBUEGSUGABkYAXgVABYEFlIWUibE
   AkkcFQAVABUCADwpBhkmAAQAAAAWjgMWBCYIFo4DACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZPBwAABwAABwAAAAOAQAAUEFSMQ==`,
  "base64",
);

test("decimals of more digits than are read rightly are refused, and no other column", async () => {
  const path = write("wide-decimals.parquet", WIDE_DECIMALS);
  await withDataset(path, {}, async (dataset) => {
    expect(await numbersOf(dataset, "x")).toEqual([1, 2]);
    expect(await numbersOf(dataset, "w")).toEqual([-11.99, 0.01]);
    const fault = await numbersOf(dataset, "d").catch((error: unknown) => error);
    expect(unreadableProfile("d", "numeric", fault).reason).toBe(
      "Its values could not be read: expected decimals of up to 38 digits, found DECIMAL(50, 2). Write them as DECIMAL(38, …) or DOUBLE.",
    );
  });
});

test("the least and the greatest nanosecond are points in time, as an end that is open is written", async () => {
  const path = await writeParquet(
    "nanoseconds.parquet",
    `SELECT unnest([TIMESTAMP_NS '-infinity', '1969-12-31 23:59:59.999999999', NULL, '2026-01-01 00:00:00.123456789', 'infinity']) AS until`,
  );
  expect(await withDataset(path, {}, (dataset) => numbersOf(dataset, "until"))).toEqual([
    -9_223_372_036_854,
    0,
    null,
    Date.UTC(2026, 0, 1, 0, 0, 0, 123),
    9_223_372_036_854,
  ]);
});
