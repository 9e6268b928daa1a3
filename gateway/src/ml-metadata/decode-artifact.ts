import type { Artifact } from "./ml-metadata.js";

/** What the analyzer notes that a report is told by. */
const IDENTITY = ["pipeline", "run", "manifest_sha256"];

/** No name or address of a report is longer; what is kept of thousands of artifacts must have a bound. */
const MAX_TEXT = 4096;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => Object(value) as Fields;

const textOf = (value: unknown): string =>
  typeof value === "string" && value.length <= MAX_TEXT ? value : "";

/** Properties of these names that are texts and not too long. */
function textsOf(properties: unknown, names: readonly string[]): Map<string, string> {
  const fields = fieldsOf(properties);
  const texts = names.map((name): [string, string] => {
    const value = Object.hasOwn(fields, name) ? fieldsOf(fields[name])["string_value"] : null;
    return [name, textOf(value)];
  });
  return new Map(texts.filter(([, text]) => text !== ""));
}

/** What of an answer's message is used; what is missing is empty, as protocol buffers mean it. */
export function decodeArtifact(message: unknown): Artifact {
  const { id, uri, state, create_time_since_epoch: createdAt, custom_properties } = fieldsOf(message);
  return {
    id: Number(id ?? 0),
    uri: textOf(uri),
    isLive: state === "LIVE",
    createdAt: Number(createdAt ?? 0),
    texts: textsOf(custom_properties, IDENTITY),
  };
}

/** The Kubernetes namespace that the launcher notes of a step, by the id of the step; `""` where there is none. */
export function decodeNamespace(message: unknown): [number, string] {
  const { id, custom_properties } = fieldsOf(message);
  return [Number(id ?? 0), textsOf(custom_properties, ["namespace"]).get("namespace") ?? ""];
}
