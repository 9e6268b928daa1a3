import { setTimeout as wait } from "node:timers/promises";
import { Access, type TokenReader } from "./access/access.js";
import { HookTokens } from "./access/hook-tokens.js";
import { issuedTokens } from "./access/issued-tokens.js";
import { ListedTokens } from "./access/listed-tokens.js";
import { type Handler, createApp } from "./app.js";
import { ByteCache } from "./cache/byte-cache.js";
import { CoarseClock } from "./cache/coarse-clock.js";
import type { Catalog } from "./catalog/catalog.js";
import { openCatalog } from "./catalog/open-catalog.js";
import { pacedCatalog } from "./catalog/paced-catalog.js";
import type { Config } from "./config/config.js";
import { FollowedLists } from "./config/followed-lists.js";
import { isLoopback } from "./config/is-loopback.js";
import { EventHub } from "./events/event-hub.js";
import { reportEvent } from "./events/report-event.js";
import { withdrawnEvent } from "./events/withdrawn-event.js";
import { WithdrawnRuns } from "./events/withdrawn-runs.js";
import { MadeAnswers } from "./files/made-answers.js";
import { ReportFiles } from "./files/report-files.js";
import type { Representation } from "./files/representation.js";
import { StaticFolder } from "./files/static-folder.js";
import { openRunBy } from "./index/open-run.js";
import { Refresher } from "./index/refresher.js";
import { ReportIndex } from "./index/report-index.js";
import type { Log } from "./log.js";
import { addFeatureMetrics } from "./metrics/feature-metrics.js";
import { addGatewayMetrics } from "./metrics/gateway-metrics.js";
import { measuredStore } from "./metrics/measured-store.js";
import { Metrics } from "./metrics/metrics.js";
import { ADMIN_ROUTES, ALL_ROUTES, PUBLIC_ROUTES } from "./routes/create-router.js";
import type { Dependencies } from "./routes/dependencies.js";
import { Signing } from "./signing/signing.js";
import { directoryStore } from "./store/directory-store.js";
import { guardedStore } from "./store/guarded-store.js";
import { openStore } from "./store/open-store.js";
import type { Store } from "./store/store.js";

/** Room for thirty runs of ten thousand features, which a board's sparklines are made of. */
export const INDEX_LIMITS = { maxRuns: 500, maxBytes: 180_000_000 };
const HOUR = 3600;
/** A run is told of once its files are in memory, so that all who then ask need not wait; but no later than this. */
const READ_AHEAD_MS = 300;

/** A gateway that does not listen yet. */
export interface Gateway {
  handler: Handler;
  /** Probes and metrics alone, for a port of their own. */
  adminHandler: Handler;
  store: Store;
  index: ReportIndex;
  refresher: Refresher;
  events: EventHub;
  /** To be set once the process is to end. */
  draining: { isDraining: boolean };
  /** Begins to look at the store and at the files that secrets came from, now and then again. */
  start(): void;
  /** Ends the event streams and all that {@link start} began. */
  stop(): void;
}

/** Host names that requests may be for; null where anyone may reach the gateway, under whatever name. */
function hostsOf({ host, publicUrl }: Config): ReadonlySet<string> | null {
  if (!isLoopback(host)) return null;
  const own = ["localhost", "127.0.0.1", "[::1]", host];
  return new Set(publicUrl === null ? own : [...own, publicUrl.hostname]);
}

/** Those who tell who a token is of, and secrets; both follow the files that they come from. */
function accessOf(config: Config, { events, log, now }: { events: EventHub; log: Log; now: () => number }) {
  const { issuer, listFiles: files } = config;
  const tokens = config.accessTokens === null ? null : new ListedTokens(config.accessTokens);
  const readers: TokenReader[] = [];
  if (tokens !== null) readers.push(tokens);
  if (issuer !== null) readers.push(issuedTokens(issuer, now));
  const signing = config.signingKeys === null ? null : new Signing(config.signingKeys);
  const hookTokens = new HookTokens(config.hookTokens);
  const lists = new FollowedLists({
    files,
    log,
    onChanged({ accessTokens, signingKeys, hookTokens: hooks }) {
      if (accessTokens !== null) tokens?.replace(accessTokens);
      if (signingKeys !== null) signing?.replace(signingKeys);
      if (hooks !== null) hookTokens.replace(hooks);
      events.endOver();
    },
  });
  return { access: new Access(readers, now), signing, hookTokens, lists };
}

/** Parts that can be given in place of the configured ones. */
export interface GivenParts {
  /** Where reports are read from. */
  store?: Store;
  /** Milliseconds since 1970, in place of all clocks. */
  now?: () => number;
}

/** What keeps the index like the store, and tells of it: of a new run once its files are read ahead. */
function refresherOf(parts: {
  catalog: Catalog;
  index: ReportIndex;
  files: ReportFiles;
  events: EventHub;
  withdrawn: WithdrawnRuns;
  log: Log;
  now: () => number;
}): Refresher {
  const { files, events, withdrawn, ...options } = parts;
  return new Refresher({
    ...options,
    onWhole: () => events.reset(),
    onAdded(report) {
      const pipeline = options.index.pipeline(report.pipelineKey);
      if (pipeline === undefined) return;
      const isAhead = Promise.race([files.warm(pipeline, report), wait(READ_AHEAD_MS)]);
      void isAhead.then(() => events.publish(report, reportEvent(pipeline, report)));
    },
    onRemoved(report) {
      files.forget(report);
      withdrawn.add(report);
      events.withdraw(report, withdrawnEvent(report));
    },
    onLooked: () => void files.tryAgain(),
  });
}

/** Puts the parts together. */
export function createGateway(config: Config, log: Log, given: GivenParts = {}): Gateway {
  const { now = Date.now } = given;
  /** What is waited for is told by a clock that nobody sets. */
  const elapsed = given.now ?? (() => performance.now());
  const metrics = new Metrics();
  const store = guardedStore(measuredStore(given.store ?? openStore(config.store, log), metrics), elapsed);
  const clock = new CoarseClock();
  const cache = new ByteCache<Representation>({
    maxBytes: config.cacheBytes,
    freshSeconds: HOUR,
    keepSeconds: 24 * HOUR,
    failureSeconds: 2,
    now: given.now ?? clock.now,
  });
  const index = new ReportIndex(INDEX_LIMITS);
  const files = new ReportFiles({ store, cache, log, now: elapsed });
  const catalog = pacedCatalog(openCatalog(config, store, log, metrics));
  const withdrawn = new WithdrawnRuns(index);
  const events = new EventHub({ ...config, heartbeatSeconds: 15, withdrawn: () => withdrawn.list(), now });
  const refresher = refresherOf({ catalog, index, files, events, withdrawn, log, now: elapsed });
  addFeatureMetrics(metrics, index);
  addGatewayMetrics(metrics, { cache, events, refresher });
  const { access, signing, hookTokens, lists } = accessOf(config, { events, log, now });
  const draining = { isDraining: false };
  const dependencies: Dependencies = {
    index,
    openRun: openRunBy(catalog),
    files,
    cache,
    made: new MadeAnswers(cache),
    elements: new StaticFolder(directoryStore(config.elements), cache),
    events,
    metrics,
    access,
    signing,
    publicUrl: config.publicUrl,
    readiness: refresher,
    hint: () => refresher.hint(),
    hookTokens,
    draining,
    defaultPipeline: config.defaultPipeline,
    corsOrigins: config.corsOrigins,
    hosts: hostsOf(config),
    log,
  };
  const handler = createApp(dependencies, config.adminPort === null ? ALL_ROUTES : PUBLIC_ROUTES);
  // Who may reach the port of its own is for its operator to say; Prometheus shows no token.
  const adminHandler = createApp({ ...dependencies, access: new Access([]) }, ADMIN_ROUTES);
  const start = (): void => {
    refresher.start(config.pollSeconds);
    lists.start();
  };
  const stop = (): void => {
    refresher.stop();
    lists.stop();
    catalog.close?.();
    events.close();
    metrics.close();
    clock.stop();
  };
  return { handler, adminHandler, store, index, refresher, events, draining, start, stop };
}
