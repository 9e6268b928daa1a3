import type { Access } from "../access/access.js";
import type { HookTokens } from "../access/hook-tokens.js";
import type { ByteCache } from "../cache/byte-cache.js";
import type { EventHub } from "../events/event-hub.js";
import type { MadeAnswers } from "../files/made-answers.js";
import type { ReportFiles } from "../files/report-files.js";
import type { Representation } from "../files/representation.js";
import type { StaticFolder } from "../files/static-folder.js";
import type { OpenRun } from "../index/open-run.js";
import type { ReportIndex } from "../index/report-index.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics/metrics.js";
import type { Signing } from "../signing/signing.js";

/** Whether requests can be answered, for probes. */
interface Readiness {
  /** Whether the store was read once. */
  readonly isReady: boolean;
  /** Why the last look at the store failed; null after a good one. */
  readonly failure: string | null;
}

/** All that the application is made of. Nothing in it listens, nor reads the environment. */
export interface Dependencies {
  index: ReportIndex;
  openRun: OpenRun;
  files: ReportFiles;
  /** What `files` and `made` keep their representations in. */
  cache: ByteCache<Representation>;
  made: MadeAnswers;
  elements: StaticFolder;
  events: EventHub;
  metrics: Metrics;
  readiness: Readiness;
  access: Access;
  /** Signs addresses of pictures; null where none are signed. */
  signing: Signing | null;
  /** Where clients reach the gateway, where that is known. */
  publicUrl: URL | null;
  /** Looks at the store soon. */
  hint: () => void;
  hookTokens: HookTokens;
  /** Set once the process is to end: `readyz` fails and connections are closed after their answer. */
  draining: { isDraining: boolean };
  /** The pipeline meant where an address names none and several could be meant; null for none. */
  defaultPipeline: string | null;
  /** Origins whose pages may read answers, compared whole. */
  corsOrigins: readonly string[];
  /** Host names that requests may be for, in lower case; null for any. */
  hosts: ReadonlySet<string> | null;
  log: Log;
}
