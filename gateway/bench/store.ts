import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DistributionDocument } from "@featurescope/analyzer/artifact";
import { type RunPlan, distributionOf } from "../test/support/make-documents.js";
import { publishedObjects } from "../test/support/report-files.js";

/** Writes a file of a folder. */
export function write(folder: string, path: string, body: Buffer): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, body);
}

/** Publishes a run into a folder. */
export function publish(
  folder: string,
  plan: RunPlan,
  publishedAt: number,
  instead: Record<string, Buffer> = {},
): void {
  for (const [path, body] of publishedObjects(plan, publishedAt, instead)) write(folder, path, body);
}

const curve = (shift: number) => ({
  bandwidth: 1.5,
  x: Array.from({ length: 400 }, (_, i) => i / 5),
  y: Array.from({ length: 400 }, (_, i) => Math.exp(-((i / 5 - 25 - shift) ** 2) / 200) / 25),
});

/** A document of about 20 kB, as that of a numeric feature with densities is. */
export function largeDocument(plan: RunPlan): DistributionDocument {
  const document = distributionOf(plan, { name: "user_age" });
  const histogram = document.histogram!;
  const side = (shift: number) => ({ ...histogram.current, density: curve(shift) });
  return { ...document, histogram: { ...histogram, current: side(0), reference: side(3) } };
}
