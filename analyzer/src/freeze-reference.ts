import { createHash } from "node:crypto";
import {
  type FrozenFeature,
  type FrozenReference,
  idLine,
  isBroken,
  SCHEMA_VERSION,
  type Window,
} from "./artifact/index.js";
import { cannotRead } from "./dataset/cannot-read.js";
import type { Dataset } from "./dataset/dataset.js";
import { freezeFeature } from "./profile/freeze-feature.js";
import { profileFeatures } from "./profile/profile-features.js";
import { ANALYZER_VERSION } from "./report/analyzer-version.js";
import { sourceName } from "./report/run/source-name.js";
import { type Profiles, ProfileSpool } from "./report/write/profile-spool.js";
import { toJson } from "./report/write/to-json.js";
import { writeReference } from "./report/write/write-reference.js";

/** What is known of a reference before its features are written. */
export type ReferenceHead = Omit<FrozenReference, "features">;

/**
 * Freezes the rows of a dataset: edges and counts, the same for every run that is compared with them.
 * @param names features; those that the dataset lacks are left out
 * @param onRows told of the rows read so far
 */
export async function freezeReference(
  dataset: Dataset,
  names: readonly string[],
  window: Window | null,
  onRows: (rows: number) => void,
): Promise<FrozenReference> {
  const features: FrozenFeature[] = [];
  for await (const profile of profileFeatures(dataset, names, new Map(), onRows))
    if (!isBroken(profile.status)) features.push(freezeFeature(profile));
  return { ...(await headOf(features, dataset, window)), features };
}

/**
 * Freezes the rows of a dataset into a file, a few features at a time.
 * @returns the reference's id and its number of features
 * @throws FeaturescopeError `input-unreadable` where there are no rows, which would take the place of a reference that serves;
 * `invalid-usage` where something else stands at the file, `store-unreachable`
 */
export async function freezeIntoFile(
  file: string,
  dataset: Dataset,
  names: readonly string[],
  window: Window | null,
  onRows: (rows: number) => void,
): Promise<{ id: string; features: number }> {
  if (dataset.rows === 0) {
    throw cannotRead(
      dataset.source,
      "expected rows to freeze, found none. Look at what writes them, and whether the window is theirs; nothing was written.",
    );
  }
  let features = 0;
  const spool = await ProfileSpool.create(file);
  try {
    for await (const profile of profileFeatures(dataset, names, new Map(), onRows)) {
      await spool.add(profile);
      if (!isBroken(profile.status)) features++;
    }
    const head = await referenceHead(spool, dataset, window);
    await writeReference(file, referenceText(head, spool));
    return { id: head.id, features };
  } finally {
    await spool.remove();
  }
}

/**
 * The head of the reference that profiles made without one amount to.
 * @param profiles made without frozen features, so that each carries its own bins, cells and edges
 */
export function referenceHead(
  profiles: Profiles,
  dataset: { source: string; rows: number },
  window: Window | null,
): Promise<ReferenceHead> {
  return headOf(frozenFeatures(profiles), dataset, window);
}

/** A reference file, piece by piece: that of ten thousand features as one text would take hundreds of megabytes. */
export async function* referenceText(head: ReferenceHead, profiles: Profiles): AsyncGenerator<string> {
  yield toJson(head).replace(/}\n$/, ',"features":[');
  let separator = "";
  for await (const feature of frozenFeatures(profiles)) {
    yield separator + toJson(feature).trimEnd();
    separator = ",";
  }
  yield "]}\n";
}

/** Features that could not be analysed are left out. */
async function* frozenFeatures(profiles: Profiles): AsyncGenerator<FrozenFeature> {
  for await (const profile of profiles.all()) if (!isBroken(profile.status)) yield freezeFeature(profile);
}

/** The id is the SHA-256 over the features' reference ids, in order. */
async function headOf(
  features: Iterable<FrozenFeature> | AsyncIterable<FrozenFeature>,
  { source, rows }: { source: string; rows: number },
  window: Window | null,
): Promise<ReferenceHead> {
  const hash = createHash("sha256");
  for await (const feature of features) hash.update(idLine(feature));
  return {
    schemaVersion: SCHEMA_VERSION,
    type: "featurescope-reference",
    id: hash.digest("hex"),
    createdAt: new Date().toISOString(),
    source: sourceName(source),
    rows,
    window,
    analyzer: { version: ANALYZER_VERSION },
  };
}
