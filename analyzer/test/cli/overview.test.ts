import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { overviewHtml } from "../../src/report/overview-html.js";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { applications, newPath } from "./tables.js";

const folder = temporaryFolder();

async function makeReport(): Promise<string> {
  const report = newPath(folder);
  const of = ["--reference", applications(folder, 500, 40, 1), "--pipeline", "<credit> & more"];
  await featurescope(
    "analyze",
    "--data",
    applications(folder, 300, 60, 2),
    "--out",
    report,
    ...of,
    "--no-pictures",
  );
  return report;
}

/** The documents in a page, by path. */
function filesIn(html: string): Map<string, string> {
  const json = /<script type="application\/json" id="files">(.*?)<\/script>/s.exec(html)![1]!;
  const packed = Object.entries(JSON.parse(json) as Record<string, string>);
  return new Map(packed.map(([path, text]) => [path, gunzipSync(Buffer.from(text, "base64")).toString()]));
}

test("a report becomes one file with its own documents, to the byte, the feature to look at first on top", async () => {
  const [report, out] = [await makeReport(), join(folder, "overview.html")];
  const { code, stdout, stderr } = await featurescope("overview", report, "--out", out);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^<credit> & more \S+ → .*overview\.html \(0\.\d MB\)\n$/);

  const html = readFileSync(out, "utf8");
  expect(html).toMatch(/<title>&lt;credit> &amp; more · \S+<\/title>/);
  const { manifest } = await readManifest(report);
  const files = filesIn(html);
  expect(JSON.parse(files.get("manifest.json")!)).toEqual({ ...manifest, files: [] });
  const documents = [...files].filter(([path]) => path !== "manifest.json");
  expect(documents).toHaveLength(2 * manifest.features.length);
  for (const [path, text] of documents) expect(text).toBe(readFileSync(join(report, path), "utf8"));
  const shifted = manifest.features.find(({ verdict }) => verdict === "shifted");
  expect(documents[0]![0]).toBe(`features/${shifted!.key}/statistics.json`);
});

test("of many features those that fit have their documents in it; all are on the board", async () => {
  const report = await makeReport();
  const { manifest } = await readManifest(report);
  const whole = await overviewHtml(report, manifest);
  const part = await overviewHtml(report, manifest, 12_000);
  expect(whole.features).toBe(manifest.features.length);
  expect(part.features).toBeLessThan(whole.features);
  const files = filesIn(part.html);
  expect(files.size).toBe(1 + 2 * part.features);
  expect(JSON.parse(files.get("manifest.json")!)).toMatchObject({ features: { length: whole.features } });
});

test("what is no report, and more than one, are refused", async () => {
  const none = await featurescope("overview", join(folder, "none"), "--out", join(folder, "x.html"));
  expect(none).toMatchObject({
    code: 4,
    stderr: expect.stringContaining("found no manifest.json") as string,
  });
  const two = await featurescope("overview", "a", "b", "--out", "x.html");
  expect(two).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("expected one report directory, found 2") as string,
  });
  const noOut = await featurescope("overview", "a");
  expect(noOut).toMatchObject({ code: 2, stderr: expect.stringContaining("--out is required") as string });
  const report = await makeReport();
  expect(await featurescope("overview", report, "--out", folder)).toMatchObject({
    code: 5,
    stderr: `featurescope: expected to write ${folder}, found: a folder; name a file\n`,
  });
  const manifest = join(report, "manifest.json");
  writeFileSync(manifest, "cut\noff\n");
  expect(await featurescope("overview", report, "--out", join(folder, "x.html"))).toMatchObject({
    code: 4,
    stderr: expect.stringMatching(
      /^featurescope: expected JSON in \S+manifest.json, found: SyntaxError: .*; copy it here again, or write it anew\n$/,
    ) as string,
  });
});
