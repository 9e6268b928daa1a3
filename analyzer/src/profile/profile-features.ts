import type { FrozenFeature } from "../artifact/index.js";
import type { Column, Dataset } from "../dataset/dataset.js";
import type { FeatureProfile } from "./feature-profile.js";
import { levelProfile } from "./level-profile.js";
import { missingProfile, unreadableProfile } from "./no-profile.js";
import { columnsAtOnce, type NumberColumn, profileNumbers } from "./profile-numbers.js";
import { Progress } from "./progress.js";
import { asOfReference, markTypeChange, referenceFor } from "./type-change.js";
import { unknownProfile } from "./unknown-profile.js";

/**
 * Profiles features of a dataset, in the order of their names: numeric and datetime ones share passes over the rows, some at a time, levels
 * are counted by the dataset. One bad column never sinks the others: it gets status `not-found`, `type-changed` or `failed`.
 * @param frozen features to count against, by name; a feature without one finds bins of its own
 * @param onRows told how many rows were read so far
 * @throws FeaturescopeError `input-unreadable` where the rows are no longer there, as on a disk that fails
 */
export async function* profileFeatures(
  dataset: Dataset,
  names: readonly string[],
  frozen: ReadonlyMap<string, FrozenFeature>,
  onRows: (read: number) => void,
): AsyncGenerator<FeatureProfile> {
  const columns = new Map(dataset.columns.map((column) => [column.name, column]));
  const wanted = [...new Set(names)];
  const found = wanted.flatMap((name) => columns.get(name) ?? []);
  const numbers = found.flatMap((column) => numberColumn(column, frozen.get(column.name)) ?? []);
  const size = columnsAtOnce(dataset.rows);
  const passes = Math.ceil(numbers.length / size) + found.length - numbers.length;
  const progress = new Progress(dataset.rows, passes, onRows);
  const groups = groupsOf(numbers, size);
  let profiled: FeatureProfile[] = [];
  for (const name of wanted) {
    const column = columns.get(name);
    const reference = frozen.get(name);
    const group = groups.get(name);
    if (group !== undefined) profiled = await profileNumbers(dataset, group, progress);
    const profile =
      column === undefined
        ? missingProfile(name, dataset, reference)
        : (profiled.find((other) => other.name === name) ??
          (await profileOther(dataset, column, reference, progress)));
    yield markTypeChange(asOfReference(profile, reference), reference);
  }
  progress.finish();
}

/** Columns that share passes, by the name of the first. */
function groupsOf(numbers: readonly NumberColumn[], size: number): Map<string, NumberColumn[]> {
  const groups = new Map<string, NumberColumn[]>();
  for (let start = 0; start < numbers.length; start += size) {
    groups.set(numbers[start]!.name, numbers.slice(start, start + size));
  }
  return groups;
}

function numberColumn({ name, kind }: Column, frozen: FrozenFeature | undefined): NumberColumn | null {
  if (kind !== "numeric" && kind !== "datetime") return null;
  return { name, kind, frozen: referenceFor(kind, frozen) };
}

async function profileOther(
  dataset: Dataset,
  { name, kind }: Column,
  frozen: FrozenFeature | undefined,
  progress: Progress,
): Promise<FeatureProfile> {
  const reference = referenceFor(kind, frozen);
  if (kind !== "categorical" && kind !== "boolean") return unknownProfile(name, dataset.rows, reference);
  try {
    return await levelProfile(dataset, name, kind, reference);
  } catch (error) {
    return unreadableProfile(name, kind, error);
  } finally {
    progress.read(dataset.rows);
  }
}
