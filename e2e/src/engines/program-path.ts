/** Path of a program that `scripts/find-engines.mjs` found, by the variable that it put it into; empty where it found none. */
export function programPath(variable: string): string {
  return process.env[variable] ?? "";
}
