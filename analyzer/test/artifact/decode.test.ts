import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  DEFAULT_LIMITS,
  FeaturescopeError,
  RunGatherer,
  decodeDistribution,
  decodeFeatureList,
  decodeManifest,
  decodeStatistics,
} from "../../src/artifact/index.js";
import { distributionDocument, manifest, statisticsDocument } from "./documents.js";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../schema/report-v1.schema.json", import.meta.url), "utf8"),
);
const ajv = new Ajv({ allowUnionTypes: true, strictTuples: false }).addSchema(schema as object, "report");

const documents = [
  { type: "StatisticsDocument", make: statisticsDocument, decode: decodeStatistics },
  { type: "DistributionDocument", make: distributionDocument, decode: decodeDistribution },
  { type: "Manifest", make: manifest, decode: decodeManifest },
] as const;

/** Every path of a JSON value, as lists of names and indices. */
function paths(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, item]) => paths(item, [...at, name]))];
}

function put(document: unknown, path: (string | number)[], value: unknown): void {
  let target = document as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) target = target[name] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  if (value === undefined) delete target[last];
  else target[last] = value;
}

/** "decoded", or the message of a refusal; any other error is thrown on. */
function outcome(decode: () => unknown): string {
  try {
    decode();
    return "decoded";
  } catch (error) {
    if (error instanceof FeaturescopeError) return error.message;
    throw error;
  }
}

for (const { type, make, decode } of documents) {
  test(`a valid ${type} is decoded to itself, and follows the JSON Schema`, () => {
    const valid = ajv.validate(`report#/definitions/${type}`, make());
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(JSON.parse(JSON.stringify(decode(make())))).toEqual(make());
  });

  test(`a ${type} with any value at any path is decoded or refused with its path, never worse`, () => {
    const all = paths(make()).filter((path) => path.length > 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.oneof(fc.jsonValue(), fc.constant(undefined)),
        (path, value) => {
          const document = make();
          put(document, path, value);
          expect(outcome(() => decode(document))).toMatch(/^decoded$|expected .*found |update Featurescope/);
        },
      ),
      { numRuns: 500 },
    );
  });

  test(`a ${type} of a newer version is told apart`, () => {
    expect(() => decode({ ...make(), schemaVersion: 2 })).toThrow(/expected at most 1, found 2/);
    expect(() => decode({ ...make(), schemaVersion: "1" })).toThrow(/schemaVersion: expected 1/);
  });

  test(`unknown fields of a ${type} are ignored`, () => {
    expect(decode({ ...make(), later: true })).not.toHaveProperty("later");
  });
}

test("an error names the path, what was expected and what was found", () => {
  const document = manifest();
  put(document, ["features", 0, "rows"], "12");
  expect(() => decodeManifest(document)).toThrow(
    'features[0].rows: expected a whole number of 0 or more, found "12"',
  );
});

/** A gateway's list of the manifest's features, each with one run before. */
const featureList = () => {
  const { files: _, features, ...head } = manifest();
  const gatherer = new RunGatherer();
  const day = {
    start: null,
    end: "2026-10-01T00:00:00Z",
    populationStabilityIndex: 0.1,
    verdict: "watch" as const,
  };
  const recent = gatherer.add([
    { run: "day-1", ...day, referenceId: null },
    { run: "day-2", ...day, referenceId: "ab" },
  ]);
  const rows = features.map((feature) => ({ ...feature, run: head.run, href: "features/x/", recent }));
  return { ...head, features: rows, recent: gatherer.listed, nextCursor: null };
};

test("a features list is decoded to itself", () => {
  expect(JSON.parse(JSON.stringify(decodeFeatureList(featureList())))).toEqual(featureList());
});

test.each([
  [["recent", "runs", 1, "end"], "soon", 'a time such as 2026-11-22T00:00:00Z, found "soon"'],
  [["recent", "runs", 1, "run"], undefined, "text, found nothing"],
  [["features", 0, "recent", "runs", 1], 2, "a position below 2, found 2"],
  [["features", 0, "recent", "runs", 1], -1, "a position below 2, found -1"],
  [["features", 0, "recent", "referenceIds", 1], 0.5, "a position below 1, found 0.5"],
  [["features", 0, "recent", "populationStabilityIndex", 0], "0.1", 'a number, found "0.1"'],
  [["features", 0, "recent", "verdict"], ["watch"], "a list of 2, one for each run, found a list"],
])("a features list says that %j is at fault", (path, value, told) => {
  const list: unknown = structuredClone(featureList());
  put(list, path, value);
  const written = path.map((part, i) =>
    typeof part === "number" ? `[${part}]` : `${i > 0 ? "." : ""}${part}`,
  );
  expect(() => decodeFeatureList(list)).toThrow(`${written.join("")}: expected ${told}`);
});

test("a kind of a newer writer becomes unknown", () => {
  expect(decodeStatistics({ ...statisticsDocument(), kind: "geometry" }).kind).toBe("unknown");
});

test.each(["../secret", "/etc/passwd", "a//b", "a/./b", "a\\b", "", "features/../../x", "a\u0000b"])(
  "a manifest that lists %j is refused",
  (path) => {
    const document = manifest();
    put(document, ["files", 0, "path"], path);
    expect(() => decodeManifest(document)).toThrow(/a relative path inside the report/);
  },
);

test("edges must ascend, and counts must fit them", () => {
  const descending = distributionDocument();
  descending.histogram!.edges.reverse();
  expect(() => decodeDistribution(descending)).toThrow(/histogram\.edges\[1\]: expected more than/);
  const short = distributionDocument();
  short.histogram!.current.counts.pop();
  expect(() => decodeDistribution(short)).toThrow(
    "histogram.current.counts: expected 2 counts, one a bin, found 1",
  );
});

test("a name like __proto__ is only a name", () => {
  const document = {
    ...statisticsDocument(),
    title: JSON.parse('{"__proto__": "x"}') as Record<string, string>,
  };
  expect(Object.keys(decodeStatistics(document).title)).toEqual(["__proto__"]);
});

test("documents of a writer that judged no values beyond the reference's, no heaps and no points in time have no such parts, and limits as by default", () => {
  const { drift, ...rest } = statisticsDocument();
  const { heap: _heap, times: _times, ...others } = drift!;
  const { index, missing, unseen } = others.verdicts;
  const limits = Object.fromEntries(
    Object.entries(others.limits).filter(([name]) => !/^(beyond|heaped|stale)/.test(name)),
  );
  const older = decodeStatistics({
    ...rest,
    drift: { ...others, verdicts: { index, missing, unseen }, limits },
  }).drift!;
  expect(older.verdicts).toEqual({ index, missing, unseen, beyond: null, heaped: null, stale: null });
  expect([older.heap, older.times]).toEqual([null, null]);
  expect(older.limits).toEqual(DEFAULT_LIMITS);
});

test("statistics of a writer that did not tell its pictures have the one that it drew; unknown ones are left out", () => {
  const { pictures: _, ...older } = statisticsDocument();
  expect(decodeStatistics(older).pictures).toEqual(["chart.png"]);
  const newer = { ...statisticsDocument(), pictures: ["card.png", "chart.svg"] };
  expect(decodeStatistics(newer).pictures).toEqual(["card.png"]);
});
