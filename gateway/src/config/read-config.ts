import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Config } from "./config.js";
import { isLoopback } from "./is-loopback.js";

type Environment = Readonly<Record<string, string | undefined>>;

const BUNDLE = fileURLToPath(new URL("../../../elements/dist", import.meta.url));

/** Reads variables one by one and gathers what is wrong with them. An empty variable counts as not set. */
class Variables {
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

  port(name: string, standard: number): number {
    const value = this.number(name, 0, 65_535, standard);
    return Number.isInteger(value) ? value : this.refuse(name, "a whole number from 0 to 65535", standard);
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

  refuse<T>(name: string, expected: string, standard: T): T {
    this.faults.push(`${name}: expected ${expected}, found ${JSON.stringify(this.#environment[name])}`);
    return standard;
  }
}

/**
 * The configuration that the environment asks for.
 * @throws FeaturescopeError `invalid-configuration` with every fault at once, one a line
 */
export function readConfig(environment: Environment): Config {
  const variables = new Variables(environment);
  const host = variables.text("HOST") ?? "127.0.0.1";
  const config: Config = {
    store: resolve(variables.text("STORE") ?? "./reports"),
    catalog: variables.word("CATALOG", ["commit-log", "scan"], "commit-log"),
    host,
    port: variables.port("PORT", 8000),
    publicUrl: variables.url("PUBLIC_URL"),
    elements: resolve(variables.text("ELEMENTS") ?? BUNDLE),
    pollSeconds: variables.number("POLL_SECONDS", 0.1, 86_400, 5),
    corsOrigins: variables.origins("CORS_ORIGINS"),
    cacheBytes: variables.number("CACHE_MB", 1, 65_536, 128) * 1024 * 1024,
    defaultPipeline: variables.text("DEFAULT_PIPELINE"),
    // On this machine alone nobody routes requests here, and Ctrl-C should not wait.
    drainSeconds: isLoopback(host) ? 0 : 5,
  };
  const isOpen = variables.flag("ALLOW_ANONYMOUS");
  if (!isLoopback(host) && !isOpen) {
    variables.refuse(
      "HOST",
      "127.0.0.1, as nobody is asked who they are; ALLOW_ANONYMOUS=true opens it to everyone",
      null,
    );
  }
  if (variables.faults.length === 0) return config;
  throw new FeaturescopeError("invalid-configuration", variables.faults.join("\n"));
}
