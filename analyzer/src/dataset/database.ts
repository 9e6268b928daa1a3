import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
} from "@duckdb/node-api";
import { FeaturescopeError, codeOf } from "../artifact/index.js";

/** Beyond it DuckDB spills to a temporary folder, so that memory does not grow with rows. */
export const MEMORY_LIMIT = "256 MB";

function folderWithin(folder: string): string {
  try {
    return mkdtempSync(join(folder, "featurescope-"));
  } catch (cause) {
    const message = `expected a folder for temporary files, found ${folder}, where none can be made (${codeOf(cause)}); set TMPDIR to one that may be written`;
    throw new FeaturescopeError("invalid-configuration", message, { cause });
  }
}

/** A value of a small result. */
export type SqlValue = string | number | bigint | boolean | null;

/** An in-memory DuckDB of our own: two threads, bounded memory, UTC, and it never reaches for the network. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  #files = 0;
  #isClosed = false;
  readonly #removeFolder: () => void;

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    folder: string,
    removeFolder: () => void,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
    this.#removeFolder = removeFolder;
  }

  /**
   * @param within an existing folder for its own; the system's folder of temporary files by default
   * @throws FeaturescopeError `invalid-configuration` where nothing can be written there
   */
  static async open(within = tmpdir()): Promise<Database> {
    const folder = folderWithin(within);
    const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
    // Also when the process is told to end in the middle, or before the database is open.
    process.once("exit", removeFolder);
    const instance = await DuckDBInstance.create(":memory:", {
      threads: "2",
      memory_limit: MEMORY_LIMIT,
      temp_directory: folder,
      // The system keeps files in memory already, where others can have it back.
      enable_external_file_cache: "false",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connection = await instance.connect();
    await connection.run("SET GLOBAL TimeZone = 'UTC'");
    return new Database(instance, connection, folder, removeFolder);
  }

  /** Runs a statement for its effect. */
  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** What adds rows to a table, which spills into the folder where it outgrows the memory. */
  appender(table: string): Promise<DuckDBAppender> {
    return this.#connection.createAppender(table);
  }

  /** All rows of a small result. */
  async rows(sql: string): Promise<SqlValue[][]> {
    const reader = await this.#connection.runAndReadAll(sql);
    return reader.getRowsJS() as SqlValue[][];
  }

  /** Streams a result in chunks of 2,048 rows at most, in bounded memory; the next one is made while one is worked on.
   * Each has a connection of its own: a second statement on one would end the stream without a word.
   */
  async *chunks(sql: string): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#instance.connect();
    const result = await connection.stream(sql);
    let next = result.fetchChunk();
    try {
      for (let chunk = await next; chunk !== null && chunk.rowCount > 0; chunk = await next) {
        next = result.fetchChunk();
        yield chunk;
      }
    } finally {
      await next.catch(() => null);
      connection.closeSync();
    }
  }

  /** Of its files; it lives as long as the database. */
  get folder(): string {
    return this.#folder;
  }

  /** A path for a file that lives as long as the database. */
  newPath(extension: string): string {
    return join(this.#folder, `${this.#files++}.${extension}`);
  }

  /** Does nothing where it is closed already. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#connection.closeSync();
    this.#instance.closeSync();
    process.off("exit", this.#removeFolder);
    this.#removeFolder();
  }
}
