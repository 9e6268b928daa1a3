import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { StoreConfig } from "../config/config.js";
import type { Log } from "../log.js";
import { ARTIFACTS_PER_PAGE, type Artifact, type MlMetadata } from "../ml-metadata/ml-metadata.js";
import { isUnknown } from "../store/is-unknown.js";
import type { Store } from "../store/store.js";
import type { Catalog, Sighting } from "./catalog.js";
import { type Place, placeOfUri } from "./place-of-uri.js";
import { manifestBytes, manifestPath, openManifest } from "./read-manifest.js";
import { artifactIdOf, identityOf, sightingId, sightingOf } from "./report-artifact.js";

/** Artifacts that were listed last are opened without asking again; a look opens what it listed after a thousand at most. */
const MAX_LISTED = 2000;
/** Places that a line is written about; whoever may write metadata could make up any number. */
const MAX_TOLD = 100;

/** What the catalog works with. */
export interface MlmdCatalogOptions {
  store: Store;
  /** Where the store reads from, to tell its reports from those elsewhere. */
  location: StoreConfig;
  metadata: MlMetadata;
  /** Kubernetes namespace whose runs count; null for all. */
  namespace: string | null;
  log: Log;
}

/**
 * Finds the reports that Kubeflow Pipelines noted in ML Metadata, in whatever folders it put them. What identifies a report is
 * what the analyzer noted with it; its address only says where it lies.
 */
export function mlmdCatalog({ store, location, metadata, namespace, log }: MlmdCatalogOptions): Catalog {
  const listed = new Map<string, Artifact>();
  const told = new Set<string>();
  /** Whether a step in the namespace gave an artifact, once that is known. */
  const isOurs = new Map<number, boolean>();

  /** Asks whose those are of which it is not known. An artifact is there a moment before its step is published. */
  async function learnOwners(artifacts: readonly Artifact[]): Promise<void> {
    const unknown = artifacts.filter(({ id }) => !isOurs.has(id));
    if (unknown.length === 0) return;
    const namespaces = await metadata.namespacesOf(unknown.map(({ id }) => id));
    for (const [id, owner] of namespaces) isOurs.set(id, owner === namespace);
  }

  function tell(where: string, { id, uri }: Artifact): void {
    if (told.has(where) || told.size >= MAX_TOLD) return;
    told.add(where);
    log("info", "reports that lie elsewhere are left out", {
      where,
      artifact: id,
      uri: uri.slice(0, 200),
      store: store.address,
    });
  }

  function isElsewhere(artifact: Artifact): boolean {
    let place: Place;
    try {
      place = placeOfUri(artifact.uri, location);
    } catch {
      return false;
    }
    if ("path" in place) return false;
    tell(place.elsewhere, artifact);
    return true;
  }

  function see(artifact: Artifact): Sighting {
    const sighting = sightingOf(artifact);
    if (isOurs.get(artifact.id) === false || isElsewhere(artifact)) return { ...sighting, isElsewhere: true };
    listed.delete(sighting.id);
    listed.set(sighting.id, artifact);
    const [oldest] = listed.keys();
    if (listed.size > MAX_LISTED && oldest !== undefined) listed.delete(oldest);
    return sighting;
  }

  /** The artifact as it was listed, if it is still the same, or cannot be told from it; null where it is not there any more. */
  async function find(id: string): Promise<Artifact | null> {
    const artifact = await metadata.artifact(artifactIdOf(id));
    if (artifact?.isLive !== true) return null;
    return artifact.isOversize === true || sightingId(artifact) === id ? artifact : null;
  }

  /** The folder that an artifact names. @throws FeaturescopeError `document-invalid`, `unknown-file` where it is elsewhere */
  function folderOf(artifact: Artifact): string {
    const place = placeOfUri(artifact.uri, location);
    if ("path" in place) return place.path;
    throw new FeaturescopeError("unknown-file", `artifact ${artifact.id} of ML Metadata lies elsewhere`);
  }

  return {
    name: "mlmd",
    isNewestFirst: true,
    pageSize: ARTIFACTS_PER_PAGE,
    async *list() {
      for await (const artifacts of metadata.reports()) {
        if (namespace !== null) await learnOwners(artifacts);
        for (const artifact of artifacts) {
          if (namespace === null || isOurs.has(artifact.id)) yield see(artifact);
        }
      }
    },
    async isGone(id) {
      try {
        const artifact = await find(id);
        if (artifact === null) return true;
        await store.stat(manifestPath(folderOf(artifact)));
        return false;
      } catch (error) {
        return isUnknown(error);
      }
    },
    async open({ id, publishedAt }) {
      const artifact = listed.get(id) ?? (await find(id));
      if (artifact === null) throw new FeaturescopeError("unknown-file", `no report ${id} in ML Metadata`);
      const noted = identityOf(artifact);
      const path = folderOf(artifact);
      const opened = await openManifest(await manifestBytes(store, path), path, noted);
      return { id, publishedAt, path, ...opened };
    },
    close: () => metadata.close(),
  };
}
