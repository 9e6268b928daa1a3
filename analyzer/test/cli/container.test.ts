import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
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

test.skipIf(!hasNamespaces)("a full folder for temporary files is not taken for broken data", () => {
  const [data, small] = [applications(folder, 20_000, 40, 9), join(folder, "small")];
  mkdirSync(small);
  const mounted = `mount -t tmpfs -o size=40k tmpfs "$TMPDIR" && exec "$@"`;
  const analyse = [process.execPath, FEATURESCOPE, "analyze", "--quiet", "--data", data];
  const { stderr, status } = spawnSync(
    "unshare",
    ["--user", "--map-root-user", "--mount", "sh", "-c", mounted, "sh", ...analyse, "--out", newPath(folder)],
    { encoding: "utf8", env: { ...process.env, TMPDIR: small } },
  );
  expect([status, stderr]).toEqual([
    4,
    `featurescope: Cannot read ${data}: expected room among this machine's temporary files, found no space left. Set TMPDIR to a folder with more room.\n`,
  ]);
});
