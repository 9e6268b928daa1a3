import type { KeyVariables } from "./key-variables.js";

/** Keys of a store. */
export interface StoreKeys {
  accessKey: string;
  secretKey: string;
  /** Goes with temporary keys; null for others. */
  sessionToken: string | null;
  /** When they end, in milliseconds since 1970; `Infinity` where that is not told. */
  ends: number;
}

/** Where keys are had that change while a program runs. */
export type KeySource =
  /** Files that are replaced. */
  | { type: "files"; read: () => StoreKeys }
  /** What gives the container its role: EKS Pod Identity, ECS. */
  | { type: "container"; address: URL; token: string | null; tokenFile: string | null }
  /** What gives a machine its role: EC2's metadata service. */
  | { type: "instance"; address: URL }
  /** A security token service that takes the pod's own token: IAM roles for service accounts. */
  | { type: "web-identity"; service: URL; role: string; session: string; tokenFile: string };

/** As whom a store is asked: with keys, or with those of a source, or anonymously. */
export interface StoreCredentials {
  accessKey: string | null;
  secretKey: string | null;
  sessionToken?: string | null;
  /** The variables that the keys came from, for messages; those of our own unless it is said. */
  keyVariables?: KeyVariables;
  source?: KeySource | null;
}
