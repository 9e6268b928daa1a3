/** Who asks, and what they may see. */
export interface Identity {
  /** For limits and logs; never a secret. */
  name: string;
  /** Keys of the pipelines that may be seen; null for all. */
  pipelines: ReadonlySet<string> | null;
  /** When the proof of it ends, in milliseconds since 1970; null for never. */
  expires: number | null;
}

/** Anyone, where nobody is asked who they are. */
export const ANYONE: Identity = { name: "anyone", pipelines: null, expires: null };

/** Whether a pipeline may be seen. */
export function maySee({ pipelines }: Identity, pipelineKey: string): boolean {
  return pipelines === null || pipelines.has(pipelineKey);
}
