import { FeaturescopeError } from "../errors.js";

/**
 * Turns an unknown value into a `T`, or throws a {@link FeaturescopeError} `document-invalid` that names the path,
 * what was expected and what was found. Plain code: nothing is evaluated, unknown fields are ignored.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

/** Whether paths are built: only to say where a document is at fault, as they take longer than all else. */
let tracesPaths = false;

/** Decodes a whole document, and where it is at fault once more, to say where. */
export function decodeWhole<T>(decode: Decoder<T>, document: unknown): T {
  try {
    return decode(document, "");
  } catch {
    tracesPaths = true;
    try {
      return decode(document, "");
    } finally {
      tracesPaths = false;
    }
  }
}

function found(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return Array.isArray(value) ? "a list" : "an object";
}

/** Throws the error of a value that is not what was expected. */
export function refuse(path: string, expected: string, value: unknown): never {
  throw new FeaturescopeError(
    "document-invalid",
    `${path || "document"}: expected ${expected}, found ${found(value)}`,
  );
}

/** Any text. */
export const text: Decoder<string> = (value, path) =>
  typeof value === "string" ? value : refuse(path, "text", value);

/** True or false. */
export const flag: Decoder<boolean> = (value, path) =>
  typeof value === "boolean" ? value : refuse(path, "true or false", value);

/** A finite number. */
export const number: Decoder<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value) ? value : refuse(path, "a number", value);

/** A whole number from 0 to 2^53 − 1. */
export const count: Decoder<number> = (value, path) =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : refuse(path, "a whole number of 0 or more", value);

/** Times as Featurescope writes them, which need no parser to be known: lists have thousands. */
const WRITTEN =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{3})?Z$/;

/** An ISO 8601 time. */
export const time: Decoder<string> = (value, path) =>
  typeof value === "string" && (WRITTEN.test(value) || !Number.isNaN(Date.parse(value)))
    ? value
    : refuse(path, "a time such as 2026-11-22T00:00:00Z", value);

/** Text that a pattern matches. */
export function matching(pattern: RegExp, expected: string): Decoder<string> {
  return (value, path) =>
    typeof value === "string" && pattern.test(value) ? value : refuse(path, expected, value);
}

/** A SHA-256 as 64 lower-case hex digits. */
export const hash = matching(/^[0-9a-f]{64}$/, "64 hex digits");

/** One of some texts; `otherwise` stands in for texts that a newer writer may use. */
export function oneOf<T extends string>(values: readonly T[], otherwise?: T): Decoder<T> {
  return (value, path) => {
    if (typeof value === "string" && (values as readonly string[]).includes(value)) return value as T;
    if (typeof value === "string" && otherwise !== undefined) return otherwise;
    return refuse(path, `one of ${values.join(", ")}`, value);
  };
}

/** The decoder's value, or null; a field that is left out is null as well. */
export function nullable<T>(decode: Decoder<T>): Decoder<T | null> {
  return (value, path) => (value === null || value === undefined ? null : decode(value, path));
}

/** The decoder's value, or a stand-in where the field is left out. */
export function withDefault<T>(decode: Decoder<T>, standIn: T): Decoder<T> {
  return (value, path) => (value === undefined ? standIn : decode(value, path));
}

/** The decoder's value, or no field at all. */
export function optional<T>(decode: Decoder<T>): Decoder<T> {
  return (value, path) => (value === undefined ? (undefined as T) : decode(value, path));
}

/** A list of any length, each item decoded alike. */
export function list<T>(decode: Decoder<T>): Decoder<T[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => decode(item, tracesPaths ? `${path}[${index}]` : path))
      : refuse(path, "a list", value);
}

/** An object with any names, all values alike. It has no prototype, so that no name means anything but itself. */
export function record<T>(decode: Decoder<T>): Decoder<Record<string, T>> {
  return (value, path) => {
    const result = Object.create(null) as Record<string, T>;
    for (const [name, item] of Object.entries(fieldsOf(value, path))) {
      result[name] = decode(item, fieldPath(path, name));
    }
    return result;
  };
}

/** An object with known fields; the compiler sees to it that none is forgotten. */
export function object<T extends object>(fields: {
  [K in keyof Required<T>]: Decoder<Required<T>[K]>;
}): Decoder<T> {
  const names = Object.keys(fields);
  const decoders = Object.values(fields) as Decoder<unknown>[];
  return (value, path) => {
    const source = fieldsOf(value, path);
    const result: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      const decoded = decoders[i]!(
        Object.hasOwn(source, name) ? source[name] : undefined,
        fieldPath(path, name),
      );
      if (decoded !== undefined) result[name] = decoded;
    }
    return result as T;
  };
}

/** Path of a field, where paths are built. */
export function fieldPath(path: string, name: string): string {
  return tracesPaths ? `${path}${path === "" ? "" : "."}${name}` : path;
}

/** The fields of an object, still unknown; a list is none. */
function fieldsOf(value: unknown, path: string): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse(path, "an object", value);
}
