import { DuckDBDataChunk, type DuckDBAppender, type DuckDBValue } from "@duckdb/node-api";
import type { MysqlColumn } from "./mysql-column.js";

/** Rows of a chunk of DuckDB's. */
const MOST_ROWS = 2048;
/** Text and bytes of rows that wait to be handed over. */
const MOST_BYTES = 2 ** 22;

/** Hands rows over to DuckDB, a chunk at a time, so that few are held however many there are. */
export class MysqlRows {
  readonly #appender: DuckDBAppender;
  readonly #columns: readonly (MysqlColumn & { index: number })[];
  /** One for all, because a chunk's memory comes back only when V8's collector finds it. */
  readonly #chunk: DuckDBDataChunk;
  #rows: DuckDBValue[][] = [];
  #bytes = 0;
  #isClosed = false;

  /** @param columns with the index of their values in each row */
  constructor(appender: DuckDBAppender, columns: readonly (MysqlColumn & { index: number })[]) {
    this.#appender = appender;
    this.#columns = columns;
    this.#chunk = DuckDBDataChunk.create(columns.map((_, i) => appender.columnType(i)));
  }

  /** Takes the next row; none any more where it is closed. */
  take(row: readonly unknown[]): void {
    if (this.#isClosed) return;
    this.#rows.push(
      this.#columns.map(({ index, convert }): DuckDBValue => {
        const value = row[index];
        if (value === null) return null;
        if (typeof value !== "number") this.#bytes += (value as { length?: number }).length ?? 0;
        return convert === undefined ? (value as DuckDBValue) : convert(value);
      }),
    );
    if (this.#rows.length === MOST_ROWS || this.#bytes > MOST_BYTES) this.#handOver();
  }

  /** Hands over what waits. */
  end(): void {
    if (this.#rows.length > 0) this.#handOver();
    this.#appender.flushSync();
  }

  /** Leaves out what waits; the database must still be open. Can be called again. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#appender.clear();
    this.#appender.closeSync();
  }

  #handOver(): void {
    this.#chunk.reset();
    this.#chunk.setRows(this.#rows);
    this.#appender.appendDataChunk(this.#chunk);
    this.#rows = [];
    this.#bytes = 0;
  }
}
