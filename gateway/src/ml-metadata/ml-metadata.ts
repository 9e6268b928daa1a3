/** Where ML Metadata is, and what of it counts. */
export interface MlMetadataLocation {
  /** Host and port. */
  address: string;
  tls: boolean;
  /** Kubernetes namespace whose runs count; null for all. */
  namespace: string | null;
}

/** An artifact as ML Metadata gives it: anyone in the cluster may have written it. */
export interface Artifact {
  /** Greater than those of all artifacts before it. */
  id: number;
  /** Empty where it is longer than any can be. */
  uri: string;
  isLive: boolean;
  /** Set where it is a report, but nothing else can be told of it: alone it is larger than an answer may be. */
  isOversize?: true;
  /** When it was noted, in milliseconds since 1970, by the clock of ML Metadata. */
  createdAt: number;
  /** Custom properties that identify a report, as far as they are texts of a usual length. */
  texts: ReadonlyMap<string, string>;
}

/** What is asked of ML Metadata. Every method throws FeaturescopeError `store-unreachable` where it does not answer. */
export interface MlMetadata {
  /**
   * Live artifacts that are reports, the newest first, in pages of at most {@link ARTIFACTS_PER_PAGE} and as many that are
   * too large; a call for each page that is read.
   */
  reports(): AsyncIterable<Artifact[]>;
  /** Null where there is none of that id. */
  artifact(id: number): Promise<Artifact | null>;
  /**
   * Kubernetes namespaces of the steps that gave artifacts, by artifact, `""` where it is not known; one whose step has not been
   * published yet is not among them. Two calls for a hundred.
   */
  namespacesOf(ids: readonly number[]): Promise<Map<number, string>>;
  close(): void;
}

/** Asked for more, ML Metadata gives 101 and does not say that there are others. */
export const ARTIFACTS_PER_PAGE = 100;
