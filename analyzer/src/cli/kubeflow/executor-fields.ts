import type { ArtifactPlace } from "./local-path-of.js";

/** What stands in Kubeflow's executor input, by name. */
export type Fields = Record<string, unknown>;

/** An object's fields; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A placeholder that Kubeflow left in place stands for something absent, as does anything empty. */
export function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (typeof value === "string") return value.includes("{{$");
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** An artifact as Kubeflow describes it, which has an address. */
export type Artifact = Fields & ArtifactPlace;

/** The artifacts under each name that has any. @param side `inputs` or `outputs` of the executor input */
export function artifactsOf(side: unknown): Map<string, [Artifact, ...Artifact[]]> {
  const artifacts = new Map<string, [Artifact, ...Artifact[]]>();
  for (const [name, entry] of Object.entries(fieldsOf(fieldsOf(side)["artifacts"]))) {
    const list = fieldsOf(entry)["artifacts"];
    const [first, ...others] = (Array.isArray(list) ? list : []).flatMap((item): Artifact[] => {
      const { uri } = fieldsOf(item);
      return typeof uri === "string" && !isAbsent(uri) ? [{ ...fieldsOf(item), uri }] : [];
    });
    if (first !== undefined) artifacts.set(name, [first, ...others]);
  }
  return artifacts;
}
