import { FeaturescopeError, keyOf } from "@featurescope/analyzer/artifact";
import { discoverIssuer } from "./access/discover-issuer.js";
import type { Catalog, Sighting } from "./catalog/catalog.js";
import { openCatalog } from "./catalog/open-catalog.js";
import type { Config } from "./config/config.js";
import { Metrics } from "./metrics/metrics.js";
import { sha256 } from "./sha256.js";
import { isUnreachable } from "./store/is-unreachable.js";
import { openStore } from "./store/open-store.js";
import type { Store } from "./store/store.js";
import { within } from "./store/within.js";

/** Calls end earlier by themselves, but not those of a folder whose server hangs. */
const DEADLINE_MS = 30_000;

/** What is found is told here alone. */
const log = (): void => undefined;

/** What trying a part came to, in words. */
interface Tried {
  text: string;
  isReached: boolean;
}

/** What trying the store and the catalog came to. */
export interface Reach {
  /** For a person, without secrets. */
  lines: string[];
  /** Whether all that was asked answered. A report that is broken, or none, is an answer. */
  isReached: boolean;
}

async function tryStore(store: Store): Promise<string> {
  for await (const _ of store.list("")) return "answers";
  return "answers, with nothing in it yet";
}

/** Looks at one page, as a listing may be long and all of other stores. */
async function tryNewest(catalog: Catalog, { catalog: kind, store }: Config): Promise<string> {
  let seen = 0;
  for await (const sighting of catalog.list()) {
    if (sighting.isElsewhere !== true) {
      const { pipeline, run } = (await catalog.open(sighting)).manifest;
      return `run ${run} of pipeline ${pipeline}`;
    }
    if (++seen === catalog.pageSize) break;
  }
  const unpublished = store.type === "directory" ? ", or CATALOG=scan finds those that lie here" : "";
  return `none in this store yet${kind === "commit-log" ? `; featurescope publish puts them there${unpublished}` : ""}`;
}

/** Whose report it is; null where it cannot be used. @throws FeaturescopeError `store-unreachable` */
async function pipelineKeyOf(catalog: Catalog, sighting: Sighting): Promise<string | null> {
  if (sighting.isElsewhere === true) return null;
  if (sighting.of !== null) return sighting.of.pipelineKey;
  try {
    return (await catalog.open(sighting)).pipelineKey;
  } catch (error) {
    if (isUnreachable(error)) throw error;
    return null;
  }
}

/** Looks for a report of the pipeline that is meant where an address names none. */
async function tryDefault(catalog: Catalog, keyOrName: string): Promise<string> {
  const keys: (string | null)[] = [keyOrName, keyOf(keyOrName, sha256)];
  for await (const sighting of catalog.list()) {
    if (keys.includes(await pipelineKeyOf(catalog, sighting))) return "has reports";
  }
  return `no report of ${keyOrName} in this store yet; publish one, or correct DEFAULT_PIPELINE`;
}

async function tried(work: Promise<string>): Promise<Tried> {
  try {
    const text = await within(DEADLINE_MS, work, `no answer within ${DEADLINE_MS / 1000} s`);
    return { text, isReached: true };
  } catch (error) {
    if (!(error instanceof FeaturescopeError)) throw error;
    return { text: error.message, isReached: !error.code.endsWith("-unreachable") };
  }
}

/**
 * Asks the store, and what names its reports, as the gateway would: lists, and reads the newest report's manifest, and looks for
 * the default pipeline; and an issuer of tokens where its keys are.
 */
export async function checkReach(config: Config): Promise<Reach> {
  const metrics = new Metrics();
  const store = openStore(config.store, log);
  const catalog = openCatalog(config, store, log, metrics);
  const { defaultPipeline, issuer } = config;
  const [ofIssuer, ofStore, ofNewest, ofDefault] = await Promise.all([
    issuer === null ? null : tried(discoverIssuer(issuer.issuer).then(() => "answers")),
    tried(tryStore(store)),
    tried(tryNewest(catalog, config)),
    defaultPipeline === null ? null : tried(tryDefault(catalog, defaultPipeline)),
  ]);
  catalog.close?.();
  metrics.close();
  return {
    lines: [
      ...(ofIssuer === null ? [] : [`issuer          ${ofIssuer.text}`]),
      `store           ${ofStore.text}`,
      `newest report   ${ofNewest.text}`,
      ...(ofDefault === null ? [] : [`default         ${ofDefault.text}`]),
    ],
    isReached: ofIssuer?.isReached !== false && ofStore.isReached && ofNewest.isReached,
  };
}
