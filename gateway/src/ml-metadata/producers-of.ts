type Fields = Readonly<Record<string, unknown>>;

/**
 * The step that gave each artifact: of those that have it as an output the first one, as later ones took it from the cache.
 * @param events as ML Metadata gives them
 * @returns ids of executions by those of artifacts
 */
export function producersOf(events: readonly unknown[]): Map<number, number> {
  const producers = new Map<number, number>();
  for (const event of events) {
    const { type, artifact_id, execution_id } = Object(event) as Fields;
    if (type !== "OUTPUT" || typeof artifact_id !== "number" || typeof execution_id !== "number") continue;
    producers.set(artifact_id, Math.min(execution_id, producers.get(artifact_id) ?? Infinity));
  }
  return producers;
}
