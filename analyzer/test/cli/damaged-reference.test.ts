import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, newPath } from "./tables.js";

const folder = temporaryFolder();
const frozen = join(folder, "reference.json");
let written: string;

beforeAll(async () => {
  const args = ["--data", applications(folder, 300, 40, 9), "--out", frozen];
  await featurescope("reference", args);
  written = readFileSync(frozen, "utf8");
});

const analyse = (file: string, data: string, out: string) =>
  featurescope("analyze", ["--data", data, "--reference", file, "--out", out, "--no-pictures"]);

test.each([
  [
    "whose key was renamed",
    (text: string) => text.replace('"bins"', '"bin"'),
    "features[0].bins: expected a list, found nothing",
  ],
  [
    "whose bins were emptied",
    (text: string) => text.replace(/"bins":\s*\[[^\]]*\]/, '"bins":[]'),
    "to be 300, found 0",
  ],
  [
    "whose type was renamed",
    (text: string) => text.replace("featurescope-reference", "reference"),
    "type: expected one of featurescope-reference",
  ],
  [
    "whose fields were sorted and one was lost",
    (text: string) => sorted({ ...(JSON.parse(text) as object), rows: undefined }),
    "rows: expected a whole number",
  ],
])("a reference %s is refused before any row is read, and told what to do", async (_, damage, said) => {
  const file = newPath(folder);
  writeFileSync(file, damage(written));
  const before = readdirSync(folder).sort();
  const { code, stderr } = await analyse(file, join(folder, "no such rows.csv"), join(folder, "none"));
  expect(stderr).toMatch(/^featurescope: .*\n$/);
  expect(stderr).toContain(`${file}: `);
  expect(stderr).toContain(said);
  expect(stderr).toContain("take the file as `featurescope reference` wrote it, or freeze its rows anew");
  expect(code).toBe(4);
  expect(readdirSync(folder).sort()).toEqual(before);
});

test("a reference that was only laid out anew, with its fields sorted and a mark before them, serves", async () => {
  const file = newPath(folder);
  writeFileSync(file, `\uFEFF${sorted(JSON.parse(written) as object)}`);
  const out = join(folder, "report");
  const { code, stderr } = await analyse(file, applications(folder, 300, 40, 9), out);
  expect([code, stderr]).toEqual([0, ""]);
  expect(existsSync(join(out, "manifest.json"))).toBe(true);
});

/** As `jq --sort-keys` writes it. */
function sorted(document: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(document).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    null,
    2,
  );
}
