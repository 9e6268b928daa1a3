import type { Issuer } from "../access/issued-tokens.js";
import type { MlMetadataLocation } from "../ml-metadata/ml-metadata.js";
import type { S3Location } from "../store/s3-store.js";
import type { SecretLists } from "./secret-lists.js";
import type { UnreadVariable } from "./unread-variables.js";
import type { ListFile } from "./variables.js";

/** Where reports are read from. */
export type StoreConfig = { type: "directory"; folder: string } | ({ type: "s3" } & S3Location);

/** How the gateway runs, read from the environment and checked. */
export interface Config extends SecretLists {
  store: StoreConfig;
  /** How reports are found in the store. */
  catalog: "commit-log" | "scan" | "mlmd";
  /** What is asked where reports are, for the catalog `mlmd`; null for others. */
  mlMetadata: MlMetadataLocation | null;
  /** Address to listen on; the loopback one by default. */
  host: string;
  /** 0 for one that the system chooses. */
  port: number;
  /** Another port for probes and metrics, which are then not answered on the first; null for the same. */
  adminPort: number | null;
  /** Where clients reach the gateway, if not at host and port: its host is then answered for; null where it is not known. */
  publicUrl: URL | null;
  /** Folder of the elements' bundle. */
  elements: string;
  /** From the end of a look at the store to the next. */
  pollSeconds: number;
  /** Origins whose pages may read answers; `*` for any. */
  corsOrigins: string[];
  /** Bytes of reports kept in memory. */
  cacheBytes: number;
  /** The pipeline meant where an address names none; null for none. */
  defaultPipeline: string | null;
  /** An issuer whose tokens are accepted; null for none. Without it and tokens, nobody is asked who they are. */
  issuer: Issuer | null;
  /** Secrets of those who may say that something changed; null where everyone may, as nobody else can reach the gateway. */
  hookTokens: string[] | null;
  /** Files that lists of secrets came from: they are read again while the gateway runs. */
  listFiles: ListFile[];
  /** Event streams at a time, of all clients. */
  maxStreams: number;
  /** Event streams at a time from one address; a proxy in front counts as one. */
  maxStreamsPerClient: number;
  /** How long `readyz` says no before connections are refused, so that those who send requests can notice. */
  drainSeconds: number;
  /** What is set, but not read, although its name is like one that is. */
  unread: UnreadVariable[];
}
