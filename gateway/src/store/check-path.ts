import { FeaturescopeError } from "@featurescope/analyzer/artifact";

// oxlint-disable-next-line no-control-regex -- control characters are what it keeps out
const REFUSED = /[/\\\u0000-\u001f\u007f]/;

/** Whether a name can be one part of a path: not empty, no `.` or `..`, no slash, backslash or control character. */
export function isSafeName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !REFUSED.test(name);
}

/**
 * Refuses a path that could leave the store's root or mean something else to the system below.
 * @throws FeaturescopeError `unknown-file`
 */
export function checkPath(path: string): void {
  if (!path.split("/").every(isSafeName)) {
    throw new FeaturescopeError(
      "unknown-file",
      `expected a path inside the store, found ${JSON.stringify(path.slice(0, 200))}`,
    );
  }
}
