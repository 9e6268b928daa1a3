import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, manifestOf, newPath, readJson, statisticsOf, table } from "./tables.js";

const folder = temporaryFolder();
const out = (): string => newPath(folder);

test("a feature that is asked for and not there is said, and sinks nothing; --strict makes it 3", async () => {
  const report = out();
  const args = [
    "--data",
    applications(folder, 500, 40, 50),
    "--features",
    "age,incom",
    "--out",
    report,
    "--no-pictures",
  ];
  const plain = await featurescope("analyze", ...args);
  expect(plain.code).toBe(0);
  expect(plain.stderr).toContain("incom");
  expect(manifestOf(report).features.map(({ status }) => status)).toEqual(["ok", "not-found"]);
  expect(statisticsOf(report, "incom")).toMatchObject({
    status: "not-found",
    finding: { code: "not-found" },
  });

  const strict = await featurescope("analyze", ...args, "--strict");
  expect(strict.code).toBe(3);
  expect(strict.stderr).toContain("these could not be: incom");
  expect(manifestOf(report).features).toHaveLength(2);
});

test("a column that only the reference has is shown as not found", async () => {
  const report = out();
  const before = table(folder, [
    ["age", "gone"],
    ...Array.from({ length: 3000 }, (_, index) => [index % 50, index]),
  ]);
  const data = table(folder, [
    ["age", "new"],
    ...Array.from({ length: 3000 }, (_, index) => [index % 50, index]),
  ]);
  const { code } = await featurescope(
    "analyze",
    "--data",
    data,
    "--reference",
    before,
    "--out",
    report,
    "--no-pictures",
  );
  expect(code).toBe(0);
  expect(
    manifestOf(report).features.map(({ name, status, finding }) => [name, status, finding.code]),
  ).toEqual([
    ["age", "ok", "as-before"],
    ["new", "ok", "no-reference"],
    ["gone", "not-found", "not-found"],
  ]);
});

test("a column whose kind changed has no drift, but a status", async () => {
  const report = out();
  const before = table(folder, [["age"], ...Array.from({ length: 300 }, (_, index) => [index % 50])]);
  const data = table(folder, [
    ["age"],
    ...Array.from({ length: 300 }, (_, index) => [["young", "old"][index % 2]]),
  ]);
  const { code } = await featurescope("analyze", "--data", data, "--reference", before, "--out", report);
  expect(code).toBe(0);
  expect(statisticsOf(report, "age")).toMatchObject({
    status: "type-changed",
    kind: "categorical",
    drift: null,
    reference: { kind: "numeric" },
  });
});

test("what to do about it is said, and does", async () => {
  const before = table(folder, [["flag"], ...Array.from({ length: 300 }, (_, i) => [i % 3 === 0])]);
  const data = table(folder, [["flag"], ...Array.from({ length: 300 }, (_, i) => [i % 3 === 0 ? 1 : 0])]);
  const analyze = ["analyze", "--data", data, "--reference", before, "--no-pictures"];
  const { stderr } = await featurescope(...analyze, "--out", out());
  expect(stderr).toContain(
    "flag: The reference holds true and false (boolean), this run numbers (numeric). If its values can be read as boolean, set kind: boolean in --config",
  );
  const config = join(folder, "kind.yaml");
  writeFileSync(config, "features:\n  flag: {kind: boolean}\n");
  const report = out();
  await featurescope(...analyze, "--config", config, "--out", report);
  expect(statisticsOf(report, "flag")).toMatchObject({
    status: "ok",
    kind: "boolean",
    drift: { verdict: "stable" },
  });
});

test("numbers against a column without a value are told of by the missing share, and have nothing to be compared with", async () => {
  const report = out();
  const rows = Array.from({ length: 300 }, (_, index) => index % 50);
  const before = table(folder, [["id", "age"], ...rows.map((row) => [row, ""])]);
  const data = table(folder, [["id", "age"], ...rows.map((row) => [row, row])]);
  const { code } = await featurescope("analyze", "--data", data, "--reference", before, "--out", report);
  expect(code).toBe(0);
  expect(statisticsOf(report, "age").finding).toEqual({
    code: "no-reference",
    arguments: { missingReference: 1, missingCurrent: 0 },
  });
});

test("identifiers and free text are said to be such in every document, and draw no bars", async () => {
  const report = out();
  const data = table(folder, [
    ["id", "note", "job"],
    ...Array.from({ length: 5000 }, (_, i) => [
      `a-${i}`,
      i % 3 === 0 ? "" : `wrote on day ${i}`,
      ["x", "y"][i % 2],
    ]),
  ]);
  const { code } = await featurescope("analyze", "--data", data, "--out", report);
  expect(code).toBe(0);
  expect(
    manifestOf(report).features.map(({ name, status, finding, shape }) => [
      name,
      status,
      finding.code,
      shape?.type,
    ]),
  ).toEqual([
    ["id", "ok", "identifier-like", undefined],
    ["note", "ok", "identifier-like", undefined],
    ["job", "ok", "no-reference", "levels"],
  ]);
  expect(statisticsOf(report, "id")).toMatchObject({
    identifierLike: true,
    distinct: 5000,
    distinctError: 0,
  });
  expect(statisticsOf(report, "job").identifierLike).toBe(false);
  const spec = JSON.stringify(readJson(report, "features", "note", "chart.vl.json"));
  expect(spec).toContain("an identifier or free text");
  expect(spec).not.toContain("wrote on day");
});

test("the drift gate trips after the report is written", async () => {
  const report = out();
  const args = [
    "--data",
    applications(folder, 2000, 40, 50),
    "--reference",
    applications(folder, 3000, 44, 50),
    "--out",
    report,
  ];
  const tripped = await featurescope("analyze", ...args, "--fail-on", "shifted", "--no-pictures");
  expect(tripped.code).toBe(6);
  expect(tripped.stderr).toContain("these did: age");
  expect(manifestOf(report).features).toHaveLength(3);
  const calm = await featurescope(
    "analyze",
    ...args,
    "--features",
    "job",
    "--fail-on",
    "watch",
    "--no-pictures",
  );
  expect(calm.code).toBe(0);
});

test("a broken column trips the gates: the drift gate as worse than shifted, and before it --strict", async () => {
  const before = table(folder, [
    ["age", "gone"],
    ...Array.from({ length: 300 }, (_, row) => [row % 50, row % 7]),
  ]);
  const data = table(folder, [
    ["age"],
    ...Array.from({ length: 300 }, (_, row) => [["young", "old"][row % 2]]),
  ]);
  const args = ["--data", data, "--reference", before, "--no-pictures"];
  const gated = (...gates: string[]) => featurescope("analyze", ...args, "--out", out(), ...gates);

  for (const verdict of ["watch", "shifted"]) {
    const { code, stderr } = await gated("--fail-on", verdict);
    expect([code, stderr]).toEqual([
      6,
      expect.stringContaining("these did: age (type-changed), gone (not-found)"),
    ]);
  }
  const strict = await gated("--strict", "--fail-on", "shifted");
  expect([strict.code, strict.stderr]).toEqual([
    3,
    expect.stringContaining("these could not be: age (type-changed), gone (not-found)"),
  ]);
  expect((await gated()).code).toBe(0);
});

test("a batch without rows passes no gate, and its report is written all the same", async () => {
  const reference = applications(folder, 3000, 40, 50);
  const run = (data: string, ...gates: string[]) =>
    featurescope(
      "analyze",
      ["--reference", reference, "--no-pictures", "--data", data, "--out"],
      out(),
      gates,
    );
  for (const data of [table(folder, [["age", "income", "job"]]), table(folder, [])]) {
    expect((await run(data)).code).toBe(0);
    const none = `found none in ${basename(data)}. Look at`;
    const strict = await run(data, "--strict");
    expect([strict.code, strict.stderr]).toEqual([
      3,
      expect.stringContaining(`expected rows to analyse, as --strict asks, ${none}`),
    ]);
    const failed = await run(data, "--fail-on", "shifted", "--window", "2026-11-01/2026-11-02");
    expect(failed.code).toBe(6);
    expect(failed.stderr).toContain(
      `as --fail-on asks, found none in ${basename(data)} from 2026-11-01T00:00:00.000Z to 2026-11-02T00:00:00.000Z.`,
    );
    expect(failed.stdout).toContain("0 rows");
  }
});

test("a reference without rows passes no gate either; that, and that there is none, is said", async () => {
  const data = applications(folder, 300, 40, 50);
  const empty = table(folder, [["age", "income", "job"]]);
  const run = (...more: string[]) =>
    featurescope("analyze", "--data", data, "--no-pictures", "--quiet", "--out", out(), more);
  const said = `featurescope: the reference ${basename(empty)} has no rows, so there is nothing to compare with; look at what writes it\n`;
  expect(await run("--reference", empty)).toEqual({ code: 0, stdout: "", stderr: said });
  const failed = await run("--reference", empty, "--fail-on", "shifted");
  expect(failed).toMatchObject({
    code: 6,
    stderr: expect.stringContaining(`as --fail-on asks, found none in ${basename(empty)}. Look at`),
  });
  expect((await run("--reference", empty, "--strict")).code).toBe(3);
  const without = await run("--fail-on", "watch");
  expect(without.code).toBe(0);
  expect(without.stderr).toContain("without --reference no feature reaches watch");
});

/** A table of one column, x, of a thousand values. */
function column(value: (row: number) => number): string {
  return table(folder, [["x"], ...Array.from({ length: 1000 }, (_, row) => [value(row)])]);
}

/** How an analysis ended, and what is told of its feature x. */
async function outcomeOfX(data: string, reference: string) {
  const report = out();
  const ended = await featurescope("analyze", ["--data", data, "--reference", reference, "--out", report]);
  const { status, finding, pictures } = statisticsOf(report, "x");
  return { ...ended, status, finding, pictures };
}

test("values at both ends of what a number can be are compared; an axis that none can measure is said", async () => {
  const most = Number.MAX_VALUE;
  const ends = column((row) => (row % 2 === 0 ? most : -most));
  const spread = column((row) => ((((row * 7919) % 1000) - 500) / 500) * most);
  const plain = column((row) => row);
  expect(await outcomeOfX(plain, ends)).toMatchObject({
    code: 0,
    status: "ok",
    finding: { code: "narrower", arguments: { spreadReference: most } },
  });
  const wide = await outcomeOfX(spread, spread);
  expect(wide).toMatchObject({ code: 0, status: "ok", pictures: [] });
  expect(wide.stderr).toMatch(
    /^featurescope: x: its picture could not be drawn: expected an axis that a number can measure, found values further apart than the greatest one; .*\n$/,
  );
});

test("where one value may stand for its neighbours, that is said, with what tells them apart", async () => {
  const report = out();
  const ids = ["18446744073709551614", "18446744073709551615"];
  const data = table(folder, [["id"], ...Array.from({ length: 400 }, (_, row) => [ids[row % 2]])]);
  const { stdout, stderr } = await featurescope("analyze", "--data", data, "--out", report, "--no-pictures");
  expect(stdout).toContain("Every value is ≈\u00a01.844674407371e19.");
  expect(stderr).toContain(
    "id: its values may be several that are read as one, as numbers have some 16 digits",
  );
});
