import { readFileSync } from "node:fs";

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Shorter ones could be guessed. */
const SHORTEST_SECRET = 16;

/** Reads variables one by one and gathers what is wrong with them. An empty variable counts as not set. */
export class Variables {
  readonly faults: string[] = [];
  #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
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

  /** A secret, from the variable or from the file that `<name>_FILE` names. */
  secret(name: string): string | null {
    return this.text(name) ?? (this.#file(`${name}_FILE`)?.trim() || null);
  }

  /** Entries separated by commas or white space, from the variable or from the file that `<name>_FILE` names. */
  list(name: string): [string, ...string[]] | null {
    const text = this.text(name) ?? this.#file(`${name}_FILE`);
    const [first, ...more] = (text ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
    return first === undefined ? null : [first, ...more];
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
      return readFileSync(path, "utf8");
    } catch (error) {
      return this.refuse(name, `a file that can be read (${String(error)})`, null);
    }
  }

  refuse<T>(name: string, expected: string, standard: T): T {
    this.faults.push(`${name}: expected ${expected}, found ${JSON.stringify(this.#environment[name])}`);
    return standard;
  }
}
