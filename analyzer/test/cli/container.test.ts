import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { hasNamespaces } from "../../../gateway/test/support/namespaces.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, manifestOf, newPath } from "./tables.js";

const folder = temporaryFolder();
const picture = (report: string): string | undefined =>
  manifestOf(report).files.find(({ path }) => path.endsWith("/chart.png"))?.sha256;

test.skipIf(!hasNamespaces)(
  "a user id without an account and without HOME, as OpenShift gives one, draws the same pictures",
  async () => {
    const data = applications(folder, 50, 40, 9);
    const [report, ofNobody] = [newPath(folder), newPath(folder)];
    const analyse = ["analyze", "--quiet", "--data", data, "--features", "income", "--run", "a"];
    await featurescope(analyse, "--out", report);

    const asNobody = ["--user", "--map-user=1000660000", process.execPath, FEATURESCOPE, ...analyse];
    const { PATH } = process.env;
    const { stderr, status } = spawnSync("unshare", [...asNobody, "--out", ofNobody], {
      encoding: "utf8",
      env: { PATH },
    });

    expect([stderr, status]).toEqual(["", 0]);
    expect(picture(ofNobody)).toMatch(/^[0-9a-f]{64}$/);
    expect(picture(ofNobody)).toBe(picture(report));
  },
);

test("without a folder for temporary files the command says which variable names one", async () => {
  const data = applications(folder, 50, 40, 9);
  const missing = join(folder, "not-there");
  const { code, stderr } = await featurescope("analyze", "--data", data, "--out", newPath(folder), {
    TMPDIR: missing,
  });
  expect([code, stderr]).toEqual([
    2,
    `featurescope: expected a folder for temporary files, found ${missing}, where none can be made (ENOENT); set TMPDIR to one that may be written\n`,
  ]);
  mkdirSync(missing);
  const found = await featurescope("analyze", "--data", data, "--out", newPath(folder), { TMPDIR: missing });
  expect(found.code).toBe(0);
});

/** Runs the command with a file system of 40 kB, or one that may only be read, in place of a folder. */
function analyzeIn(small: string, how: string, data: string, args: readonly string[], environment = {}) {
  mkdirSync(small);
  const mounted = `mount -t tmpfs -o ${how} tmpfs "${small}" && exec "$@"`;
  const analyse = [process.execPath, FEATURESCOPE, ...args, "--quiet", "--data", data];
  const { stderr, status } = spawnSync(
    "unshare",
    ["--user", "--map-root-user", "--mount", "sh", "-c", mounted, "sh", ...analyse],
    { encoding: "utf8", env: { ...process.env, ...environment } },
  );
  return [status, stderr];
}

test.skipIf(!hasNamespaces)("a full folder for temporary files is not taken for broken data", () => {
  const [data, small] = [applications(folder, 20_000, 40, 9), join(folder, "small")];
  const args = ["analyze", "--out", newPath(folder)];
  expect(analyzeIn(small, "size=40k", data, args, { TMPDIR: small })).toEqual([
    4,
    `featurescope: Cannot read ${data}: expected room among this machine's temporary files, found no space left. Set TMPDIR to a folder with more room.\n`,
  ]);
});

test.skipIf(!hasNamespaces)(
  "rows are cut into windows beside the reports, and it is said where room is short",
  () => {
    const [data, small] = [newPath(folder), newPath(folder)];
    const rows = Array.from({ length: 20_000 }, (_, i) => `${new Date(i * 6e4).toISOString()},${i ** 2}`);
    writeFileSync(data, ["at,x", ...rows, ""].join("\n"));
    const args = ["analyze", "--time-column", "at", "--every", "1w", "--out", join(small, "runs")];
    expect(analyzeIn(small, "size=40k", data, args)).toEqual([
      5,
      `featurescope: expected room for a copy of the rows in ${join(small, "runs")}, found no space left; make room there, or choose another --out\n`,
    ]);
  },
);

test.skipIf(!hasNamespaces).each([
  ["reference", "frozen.json", "the file system is read-only"],
  ["analyze", "new/report", "the folder cannot be made there, as where all is read-only"],
])("%s into a folder that may only be read names what it was to write", (command, name, found) => {
  const [data, small] = [applications(folder, 50, 40, 9), newPath(folder)];
  const out = join(small, name);
  expect(analyzeIn(small, "ro", data, [command, "--out", out])).toEqual([
    5,
    `featurescope: expected to write ${out}, found: ${found}; write elsewhere\n`,
  ]);
});
