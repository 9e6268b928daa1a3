import type { Manifest } from "@featurescope/analyzer/artifact";
import { FeaturePacker } from "../../src/index/feature-packer.js";
import type { Report } from "../../src/index/report.js";
import { RunFiles } from "../../src/index/run-files.js";

/** A manifest as the index keeps it. */
export function packed({ files: listed, features: rows, ...manifest }: Manifest) {
  const packer = new FeaturePacker();
  for (const row of rows) packer.add(row);
  const features = packer.pack();
  const own = { path: "manifest.json", sha256: "0".repeat(64), bytes: 1 };
  const files = new RunFiles(own, features);
  for (const file of listed) files.add(file);
  return { manifest, features, files };
}

/** A report of pipeline `credit` with a manifest, published when and where is told. */
export function packedReport(
  manifest: Manifest,
  told: Pick<Report, "id" | "publishedAt" | "path"> & { pipelineKey?: string },
): Report {
  const createdAt = Date.parse(manifest.createdAt);
  return { pipelineKey: "credit", createdAt, ...told, ...packed(manifest) };
}
