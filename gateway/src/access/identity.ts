/** Who asks, and what they may see. */
export interface Identity {
  /** For limits and logs; never a secret. */
  name: string;
  /** Keys of the pipelines that may be seen; null for all. */
  pipelines: ReadonlySet<string> | null;
  /** When the proof of it ends, in milliseconds since 1970; null for never, which changes where it is withdrawn. */
  expires: number | null;
}

/** Anyone, where nobody is asked who they are. */
export const ANYONE: Identity = { name: "anyone", pipelines: null, expires: null };

/** Whether the proof of an identity has ended. @param now in milliseconds since 1970 */
export function isOver({ expires }: Pick<Identity, "expires">, now: number): boolean {
  return expires !== null && expires <= now;
}

/** Whether a pipeline may be seen. */
export function maySee({ pipelines }: Identity, pipelineKey: string): boolean {
  return pipelines === null || pipelines.has(pipelineKey);
}
