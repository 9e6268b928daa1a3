import { FEATURE_FILES, type ManifestFile } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FeaturePacker } from "../../src/index/feature-packer.js";
import { RunFiles } from "../../src/index/run-files.js";
import { sha256, summaryOf } from "../support/make-documents.js";

const own: ManifestFile = { path: "manifest.json", sha256: sha256("own"), bytes: 1 };
const names = ["age", "income"];

function filesOf(listed: ManifestFile[]): RunFiles {
  const packer = new FeaturePacker();
  for (const name of names) packer.add(summaryOf({ name }));
  const files = new RunFiles(own, packer.pack());
  for (const file of listed) files.add(file);
  return files;
}

const servable = names.flatMap((name) => FEATURE_FILES.map((file) => `features/${name}/${file}`));
const others = [
  "features/none/statistics.json",
  "features/age/other.json",
  "features/age/statistics.json/x",
  "x/features/age/statistics.json",
  "overview.html",
  "features//statistics.json",
];

test("of what a manifest lists, the files that the contract knows of features that there are can be served, and no other", () => {
  const file = fc.record({
    path: fc.constantFrom(...servable, ...others),
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    bytes: fc.oneof(fc.constantFrom(0, 2 ** 48 - 3), fc.integer({ min: 0, max: 2 ** 31 })),
  });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ path }) => path }), (listed) => {
      const files = filesOf(listed);
      const known = listed.filter(({ path }) => servable.includes(path));

      expect([...files.paths()].toSorted()).toEqual(
        ["manifest.json", ...known.map(({ path }) => path)].toSorted(),
      );
      for (const each of known) expect(files.get(each.path)).toEqual(each);
      for (const path of others) expect(files.has(path)).toBe(false);
      expect(files.get("manifest.json")).toBe(own);
    }),
  );
});

test("a length that no file can have stays one that none may have", () => {
  const path = "features/age/statistics.json";
  const files = filesOf([{ path, sha256: sha256("x"), bytes: Number.MAX_SAFE_INTEGER }]);

  expect(files.get(path)?.bytes).toBe(2 ** 48 - 2);
});
