import { readFile, stat } from "node:fs/promises";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Log } from "../log.js";
import { type SecretLists, readSecretLists } from "./secret-lists.js";
import { type ListFile, Variables } from "./variables.js";

/** A changed file is seen within this time, and taken once it was found the same a second time, as it may be being written. */
const LOOK_MS = 500;
/** A longer file is no list of secrets. */
const MAX_BYTES = 1024 * 1024;

/** A file and what became of it. */
interface Followed extends ListFile {
  /** What the last look found: text, or why there is none. */
  seen: string | Error;
  /** Why the file is not used; null where it is. */
  fault: string | null;
}

export interface FollowedListsOptions {
  files: readonly ListFile[];
  log: Log;
  /** Told of a list that has changed; the others are null. */
  onChanged: (lists: SecretLists) => void;
}

/**
 * Reads the files that lists came from again and again. What cannot be read, or is no list, changes nothing but the log.
 * Files are read, not watched: a secret that Kubernetes mounts changes by a link of a folder above it.
 */
export class FollowedLists {
  #options: FollowedListsOptions;
  #files: Followed[];
  #timer: NodeJS.Timeout | null = null;

  constructor(options: FollowedListsOptions) {
    this.#options = options;
    this.#files = options.files.map((file) => ({ ...file, seen: file.text, fault: null }));
  }

  start(): void {
    if (this.#files.length === 0) return;
    const again = (): void => {
      const looks = Promise.all(this.#files.map((file) => this.#look(file)));
      void looks.then(() => {
        if (this.#timer !== null) this.#timer = setTimeout(again, LOOK_MS).unref();
      });
    };
    this.#timer = setTimeout(again, LOOK_MS).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #look(file: Followed): Promise<void> {
    const found = await textOf(file.path);
    const isSteady = String(found) === String(file.seen);
    file.seen = found;
    const isUsed = found === file.text;
    if (!isSteady || (isUsed && file.fault === null)) return;
    const { log, onChanged } = this.#options;
    const variable = `${file.name}_FILE`;
    const variables = new Variables({ [variable]: file.path }, () => {
      if (found instanceof Error) throw found;
      return found;
    });
    const lists = readSecretLists(variables);
    const fault = variables.faults.join("; ") || null;
    if (fault === null) {
      file.text = String(found);
      if (!isUsed) onChanged(lists);
      log("info", "a list of secrets was read again", { variable });
    } else if (fault !== file.fault) {
      const error = new FeaturescopeError("invalid-configuration", fault);
      log("warn", "a list of secrets cannot be read again; what it was stays", { variable, error });
    }
    file.fault = fault;
  }
}

/** What a file holds, or why that cannot be told. */
async function textOf(path: string): Promise<string | Error> {
  try {
    const found = await stat(path);
    // To open a pipe might never end.
    if (!found.isFile()) throw new Error("it is no file");
    if (found.size > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES} bytes`);
    return await readFile(path, "utf8");
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
