import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS, KINDS } from "../../src/artifact/index.js";
import { CONFIGURATION_KEYS, decodeConfiguration, FEATURE_KEYS } from "../../src/cli/decode-configuration.js";
import { featureConfiguration } from "../../src/report/run/configuration.js";

const schema = JSON.parse(
  readFileSync(new URL("../../schema/config.schema.json", import.meta.url), "utf8"),
) as object;
const fitsSchema = new Ajv({ allowUnionTypes: true }).compile(schema);

function faultOf(value: unknown): string {
  try {
    decodeConfiguration(value, "config.yaml");
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

test("everything may be left out", () => {
  for (const value of [null, {}, { features: null, thresholds: null, note: null }]) {
    const configuration = decodeConfiguration(value, "config.yaml");
    expect(configuration.thresholds).toEqual(DEFAULT_LIMITS);
    expect(featureConfiguration(configuration, "any")).toMatchObject({
      title: {},
      unit: null,
      limits: DEFAULT_LIMITS,
    });
  }
});

test("a feature's limits complete the run's, the run's complete the defaults", () => {
  const configuration = decodeConfiguration(
    {
      thresholds: { watch: 0.05 },
      features: { age: { limits: { shifted: 0.4 }, title: "Age", unit: "years" } },
    },
    "config.yaml",
  );
  expect(featureConfiguration(configuration, "age")).toMatchObject({
    title: { en: "Age" },
    unit: "years",
    limits: { ...DEFAULT_LIMITS, watch: 0.05, shifted: 0.4 },
  });
  expect(featureConfiguration(configuration, "other").limits.watch).toBe(0.05);
});

test("a feature has missing tokens of its own, or none, or those of the run", () => {
  const features = { age: { missingTokens: ["-1", "?"] }, job: { missingTokens: [] }, city: {} };
  const configuration = decodeConfiguration({ features }, "config.yaml");
  expect([...configuration.features.values()].map(({ missingTokens }) => missingTokens)).toEqual([
    ["-1", "?"],
    [],
    null,
  ]);
  expect(featureConfiguration(configuration, "other").missingTokens).toBeNull();
  for (const missingTokens of ["NA", [1], { NA: true }]) {
    expect(faultOf({ features: { age: { missingTokens } } })).toContain(
      "features.age.missingTokens: expected a list of texts",
    );
    expect(fitsSchema({ features: { age: { missingTokens } } })).toBe(false);
  }
  expect(fitsSchema({ features })).toBe(true);
});

test("limits of the run that contradict each other are told once, not of each feature", () => {
  const thresholds = { watch: 0.3, shifted: 0.2 };
  const message = faultOf({ thresholds, features: { age: {}, income: { limits: { missingWatch: 0.01 } } } });
  expect(message.match(/at most shifted/g)).toHaveLength(1);
  expect(faultOf({ thresholds, features: { age: { limits: { watch: 0.4 } } } })).toContain(
    "features.age.limits: expected watch to be at most shifted, found 0.4 and 0.2",
  );
});

test("all faults are said at once, each with its place and the key that was meant", () => {
  const message = faultOf({
    thersholds: {},
    features: {
      age: { tilte: "Age", importance: -1, limits: { watch: 0.3 } },
      income: { kind: "number", unit: 5, title: { en: 5 } },
    },
  });
  for (const fault of [
    "7 faults",
    "thersholds: unknown key; did you mean thresholds?",
    "features.age.tilte: unknown key; did you mean title?",
    "features.age.importance: expected a number of 0 or more, found -1",
    "features.age.limits: expected watch to be at most shifted, found 0.3 and 0.25",
    'features.income.kind: expected one of numeric, categorical, boolean, datetime, found "number"',
    "features.income.title.en: expected text, found 5",
  ]) {
    expect(message).toContain(fault);
  }
});

const anything = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string()),
);
const limits = fc.record(
  Object.fromEntries(
    Object.keys(DEFAULT_LIMITS).map((key) => [
      key,
      fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), anything),
    ]),
  ),
  { requiredKeys: [] },
);
const feature = fc.record(
  {
    title: fc.oneof(anything, fc.dictionary(fc.string(), fc.string())),
    description: anything,
    unit: anything,
    kind: fc.constantFrom(...KINDS, "text", null),
    importance: anything,
    limits: fc.oneof(limits, anything),
    colour: anything,
  },
  { requiredKeys: [] },
);
const configurations = fc.record(
  {
    note: fc.oneof(anything, fc.dictionary(fc.string(), fc.string())),
    thresholds: fc.oneof(limits, anything),
    features: fc.oneof(fc.dictionary(fc.string(), feature, { maxKeys: 2 }), anything),
  },
  { requiredKeys: [] },
);

test("the shipped schema and the reader agree, but for the order of limits, which a schema cannot say", () => {
  fc.assert(
    fc.property(configurations, (value) => {
      const faults = faultOf(value);
      const faultOfOrder = faults.includes("to be at most");
      fc.pre(!faultOfOrder);
      expect(faults === "").toBe(fitsSchema(value));
    }),
    { numRuns: 500 },
  );
});

test("the shipped schema knows the reader's keys", () => {
  const { properties, definitions } = schema as {
    properties: object;
    definitions: { feature: { properties: object }; limits: { properties: object } };
  };
  expect(Object.keys(properties)).toEqual([...CONFIGURATION_KEYS]);
  expect(Object.keys(definitions.feature.properties)).toEqual([...FEATURE_KEYS]);
  expect(Object.keys(definitions.limits.properties)).toEqual(Object.keys(DEFAULT_LIMITS));
});
