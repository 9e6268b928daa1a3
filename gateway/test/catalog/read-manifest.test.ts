import { type Manifest, decodeManifest } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { openManifest } from "../../src/catalog/read-manifest.js";
import { reportFiles } from "../support/report-files.js";

const manifestWith = (features: number): Buffer =>
  reportFiles({
    run: "a",
    features: Array.from({ length: features }, (_, i) => ({ name: `f${i}`, mean: i % 7 })),
  }).get("manifest.json")!;

test.each([1, 499, 500, 501, 1200])(
  "a manifest says the same however many features it has, each with its files: %d",
  async (features) => {
    const bytes = manifestWith(features);
    const { files: listed, features: rows, ...head } = decodeManifest(JSON.parse(String(bytes)));

    const read = await openManifest(bytes, "", null);

    expect(read.manifest).toEqual(head);
    expect(rows.map((_, row) => read.features.at(row))).toEqual(rows);
    expect([...read.files.paths()]).toHaveLength(4 * features + 1);
    for (const file of listed) expect(read.files.get(file.path)).toEqual(file);
  },
);

test("while a large manifest is read, others have their turn", async () => {
  const bytes = manifestWith(2000);
  let turns = 0;
  const count = (): void => {
    turns++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);

  await openManifest(bytes, "", null);
  clearImmediate(next);

  expect(turns).toBeGreaterThanOrEqual(3);
});

test("a feature twice is refused, however far apart", async () => {
  const manifest = JSON.parse(String(manifestWith(1200))) as Manifest;
  const twice = { ...manifest, features: manifest.features.with(1100, manifest.features[3]!) };

  await expect(openManifest(Buffer.from(JSON.stringify(twice)), "", null)).rejects.toMatchObject({
    code: "document-invalid",
  });
});

test.each(["null", "[]", "1", '"text"', "{}", '{"schemaVersion":1,"features":{},"files":[]}'])(
  "what is no manifest is refused: %s",
  async (text) => {
    await expect(openManifest(Buffer.from(text), "", null)).rejects.toMatchObject({
      code: "document-invalid",
    });
  },
);
