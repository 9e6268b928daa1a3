/** Names and keys of a run's features in its order; runs that have the same share one. */
export class FeatureNames {
  readonly names: readonly string[];
  readonly keys: readonly string[];
  #rowOfName: Map<string, number> | null = null;
  #rowOfKey: Map<string, number> | null = null;

  constructor(names: readonly string[], keys: readonly string[]) {
    this.names = names;
    this.keys = keys;
  }

  get size(): number {
    return this.names.length;
  }

  /** Where a feature stands; null where there is none of that name. */
  rowOfName(name: string): number | null {
    this.#rowOfName ??= new Map(this.names.map((each, row) => [each, row]));
    return this.#rowOfName.get(name) ?? null;
  }

  /** The same by key. */
  rowOfKey(key: string): number | null {
    this.#rowOfKey ??= new Map(this.keys.map((each, row) => [each, row]));
    return this.#rowOfKey.get(key) ?? null;
  }

  /** By key or by name, as an address may give either. */
  rowOf(keyOrName: string): number | null {
    return this.rowOfKey(keyOrName) ?? this.rowOfName(keyOrName);
  }

  equals({ names, keys }: FeatureNames): boolean {
    return (
      this.size === names.length &&
      this.names.every((name, row) => name === names[row] && this.keys[row] === keys[row])
    );
  }
}
