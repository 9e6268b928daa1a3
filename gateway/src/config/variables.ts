import { readFileSync } from "node:fs";
import type { Environment } from "@featurescope/analyzer/credentials";

/** A list and the file that it was read from. */
export interface ListFile {
  /** The variable that would give the list itself. */
  name: string;
  path: string;
  /** All that the file held. */
  text: string;
}

/** Shorter ones could be guessed. */
const SHORTEST_SECRET = 16;

/** Reads variables one by one and gathers what is wrong with them. An empty variable counts as not set. */
export class Variables {
  readonly faults: string[] = [];
  /** Files that lists were read from. */
  readonly listFiles: ListFile[] = [];
  #environment: Environment;
  #readFile: (path: string) => string;

  /** @param readFile gives the text of a file, or throws */
  constructor(environment: Environment, readFile = (path: string): string => readFileSync(path, "utf8")) {
    this.#environment = environment;
    this.#readFile = readFile;
  }

  text(name: string): string | null {
    return this.#environment[name]?.trim() || null;
  }

  number(name: string, low: number, high: number, standard: number): number {
    const text = this.text(name);
    if (text === null) return standard;
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value >= low && value <= high) return value;
    return this.refuse(name, `a number from ${low} to ${high}`, standard);
  }

  whole(name: string, low: number, high: number, standard: number): number {
    const value = this.number(name, low, high, standard);
    return Number.isInteger(value)
      ? value
      : this.refuse(name, `a whole number from ${low} to ${high}`, standard);
  }

  word<Word extends string>(name: string, words: readonly Word[], standard: Word): Word {
    const text = this.text(name);
    if (text === null) return standard;
    return words.find((word) => word === text) ?? this.refuse(name, `one of ${words.join(", ")}`, standard);
  }

  flag(name: string): boolean {
    return this.word(name, ["true", "false"], "false") === "true";
  }

  url(name: string): URL | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && (url.protocol === "http:" || url.protocol === "https:")) return url;
    return this.refuse(name, "an address such as https://features.example.com/", null);
  }

  /** Origins as a browser sends them: scheme, host and port without a path; or `*` alone. */
  origins(name: string): string[] {
    const origins = (this.text(name) ?? "").split(/[\s,]+/).filter((origin) => origin !== "");
    const isFault = (origin: string) =>
      origin === "*" ? origins.length > 1 : !URL.canParse(origin) || new URL(origin).origin !== origin;
    if (!origins.some(isFault)) return origins;
    return this.refuse(
      name,
      "origins such as https://console.example.com, separated by commas, or * alone",
      [],
    );
  }

  /** Entries separated by commas or white space, from the variable or from the file that `<name>_FILE` names. */
  list(name: string): [string, ...string[]] | null {
    const given = this.text(name);
    const file = given === null ? this.#file(`${name}_FILE`) : null;
    const [first, ...more] = (given ?? file ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
    if (file !== null) this.listFiles.push({ name, path: this.text(`${name}_FILE`) ?? "", text: file });
    if (first !== undefined) return [first, ...more];
    // Whoever names a file wants what is in it to be asked for: an empty one must not open anything.
    if (file !== null) this.refuse(`${name}_FILE`, "a file with at least one entry", null);
    return null;
  }

  /** A list of secrets, none of which may be short enough to be guessed. */
  secrets(name: string): [string, ...string[]] | null {
    const secrets = this.list(name);
    if (secrets?.some((secret) => secret.length < SHORTEST_SECRET)) {
      this.faults.push(
        `${name}: expected secrets of at least ${SHORTEST_SECRET} characters, found a shorter one`,
      );
    }
    return secrets;
  }

  #file(name: string): string | null {
    const path = this.text(name);
    if (path === null) return null;
    try {
      return this.#readFile(path);
    } catch (error) {
      return this.refuse(name, `a file that can be read (${String(error)})`, null);
    }
  }

  refuse<T>(name: string, expected: string, standard: T): T {
    this.faults.push(`${name}: expected ${expected}, found ${JSON.stringify(this.#environment[name])}`);
    return standard;
  }
}
