import { availableParallelism } from "node:os";
import { FeaturescopeError, type Kind } from "../artifact/index.js";
import { cannotRead } from "./cannot-read.js";
import { levelSql, numberSql } from "./column-sql.js";
import type { Database } from "./database.js";
import { type DatasetOptions, tokensOf } from "./dataset-options.js";
import type { Batch, Column, Dataset, Level, ValueCounts } from "./dataset.js";
import { diskFault } from "./disk-fault.js";
import { numberVector } from "./number-vector.js";
import { ReadAhead } from "./read-ahead.js";
import { rowsOfWindow } from "./rows-of-window.js";
import { spoolTable } from "./spool-table.js";
import { fromOf, type Table, type TableColumn } from "./table.js";
import { timeColumnOf, timeFilter } from "./time-filter.js";

/** From so many rows on, to read ahead saves more than the start of its thread takes. */
const MANY_ROWS = 2 ** 21;

/** DuckDB counts whole numbers by index, without hashing, where they span fewer than 2^12. */
const SHORT_RANGE = 4096n;

/** Which rows of a table are read. */
interface Selection {
  /** Columns that the rows are filtered by. */
  filter: readonly TableColumn[];
  /** An SQL clause, or empty. */
  where: string;
  rows: number;
}

/** Rows of a table in DuckDB; each pass is a statement of its own, streamed in bounded memory. */
export class DuckdbDataset implements Dataset {
  readonly source: string;
  readonly rows: number;
  readonly skippedRows: number;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly #database: Database;
  #table: Table;
  #filter: readonly TableColumn[];
  #where: string;
  #columns: ReadonlyMap<string, TableColumn>;
  readonly #kinds: ReadonlyMap<string, Kind>;
  #readings = 0;
  readonly #readAhead: ReadAhead | null;
  readonly #options: DatasetOptions;
  readonly #nameFault: (error: unknown) => unknown;

  private constructor(
    database: Database,
    source: string,
    table: Table,
    { filter, where, rows }: Selection,
    options: DatasetOptions,
  ) {
    this.#database = database;
    this.#table = table;
    this.#filter = filter;
    this.#where = where;
    this.#columns = byName(table);
    this.#options = options;
    const nameFault = table.nameFault ?? ((error) => error);
    this.#nameFault = (error) => {
      const named = nameFault(error);
      return diskFault(source, named) ?? named;
    };
    this.source = source;
    this.rows = rows;
    this.skippedRows = table.skippedRows;
    this.notes = table.notes;
    this.columns = table.columns.map(({ name, kind }) => ({ name, kind: options.kinds?.get(name) ?? kind }));
    this.#kinds = new Map(this.columns.map(({ name, kind }) => [name, kind]));
    const readsAhead = options.readAhead ?? (rows >= MANY_ROWS && availableParallelism() > 1);
    this.#readAhead = readsAhead && this.#hasNumbers() ? new ReadAhead(database.folder) : null;
  }

  /** Counts the rows once; the dataset then owns the database and closes it. */
  static async create(
    database: Database,
    source: string,
    table: Table,
    options: DatasetOptions,
  ): Promise<DuckdbDataset> {
    const { timeColumn, window } = options;
    if (timeColumn !== undefined && window !== undefined) {
      const time = timeColumnOf(source, table, timeColumn);
      const where = `WHERE ${timeFilter(time, window)}`;
      const { rows, notes } = await rowsOfWindow(database, table, time, window);
      const told = { ...table, notes: [...table.notes, ...notes] };
      return new DuckdbDataset(database, source, told, { filter: [time], where, rows }, options);
    }
    const [row] = await database.rows(`SELECT count(*) FROM ${fromOf(table, [])}`);
    const all = { filter: [], where: "", rows: Number(row?.[0]) };
    return new DuckdbDataset(database, source, table, all, options);
  }

  batches(names: readonly string[]): AsyncGenerator<Batch> {
    return this.#named(this.#batches(names));
  }

  async *#batches(names: readonly string[]): AsyncGenerator<Batch> {
    await this.#prepare();
    const columns = names.map((name) =>
      numberSql(this.#column(name), this.#kind(name), tokensOf(this.#options, name)),
    );
    const sql = `SELECT ${columns.join(", ")} FROM ${this.#from(names)}`;
    let read = 0;
    for await (const batch of this.#readAhead?.batches(sql, names) ?? this.#stream(sql, names)) {
      yield batch;
      read += batch.rows;
    }
    if (read !== this.rows) await this.#throwFault(sql, read);
  }

  valueCounts(name: string): Promise<ValueCounts | null> {
    return this.#valueCounts(name).catch((error: unknown) => {
      throw this.#nameFault(error);
    });
  }

  async #valueCounts(name: string): Promise<ValueCounts | null> {
    const column = this.#column(name);
    if (column.isInteger !== true || this.#kind(name) !== "numeric" || this.#where !== "") return null;
    const from = this.#from([name]);
    const { sql } = column;
    // Answered from what a Parquet file tells of its row groups.
    const [range] = await this.#database.rows(`SELECT min(${sql}), max(${sql}) FROM ${from}`);
    const [least, greatest] = [range?.[0] ?? null, range?.[1] ?? null];
    if (least === null || greatest === null) return null;
    if (BigInt(greatest) - BigInt(least) >= SHORT_RANGE) return null;
    const groups = `SELECT ${sql}, count(*) FROM ${from} GROUP BY ${sql}`;
    const value = numberSql({ ...column, sql: "value" }, "numeric", tokensOf(this.#options, name));
    const counted = await this.#database.rows(
      `SELECT ${value}, CAST(count AS DOUBLE) FROM (${groups}) AS groups(value, count)`,
    );
    const known = counted.filter(([value]) => value !== null);
    return {
      values: Float64Array.from(known, ([value]) => Number(value)),
      counts: Float64Array.from(known, ([, rows]) => Number(rows)),
      nulls: counted.reduce((sum, [value, rows]) => (value === null ? sum + Number(rows) : sum), 0),
    };
  }

  levels(name: string): AsyncGenerator<Level[]> {
    return this.#named(this.#levels(name));
  }

  async *#levels(name: string): AsyncGenerator<Level[]> {
    await this.#prepare();
    const value = levelSql(this.#column(name), this.#kind(name), tokensOf(this.#options, name));
    const values = `SELECT ${value} AS value FROM ${this.#from([name])}`;
    const sql = `SELECT value, CAST(count(*) AS DOUBLE) AS rows FROM (${values}) GROUP BY value ORDER BY rows DESC, value`;
    for await (const chunk of this.#database.chunks(sql)) {
      const texts = chunk.getColumnVector(0);
      const counts = numberVector(chunk, 1).values;
      yield Array.from(counts, (count, row) => ({ value: texts.getItem(row) as string | null, count }));
    }
  }

  async close(): Promise<void> {
    await this.#readAhead?.end();
    this.#database.close();
  }

  async *#named<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    try {
      yield* items;
    } catch (error) {
      throw this.#nameFault(error);
    }
  }

  async *#stream(sql: string, names: readonly string[]): AsyncGenerator<Batch> {
    for await (const chunk of this.#database.chunks(sql)) {
      yield {
        rows: chunk.rowCount,
        columns: new Map(names.map((name, index) => [name, numberVector(chunk, index)])),
      };
    }
  }

  /** A stream that meets a fault ends without a word; who computes the same at once is told. */
  async #throwFault(sql: string, read: number): Promise<never> {
    await this.#database.rows(`SELECT count(COLUMNS(*)) FROM (${sql})`);
    throw cannotRead(
      this.source,
      `expected ${this.rows} rows, found ${read}: it was changed in the meantime. Run again once it is written.`,
    );
  }

  /** Text is parsed once; whoever reads again reads a copy in Parquet. */
  async #prepare(): Promise<void> {
    this.#readings++;
    if (!this.#table.isText || this.#readings < 2) return;
    this.#table = await spoolTable(this.#database, this.#table, this.#where, this.#kinds);
    this.#columns = byName(this.#table);
    this.#filter = [];
    this.#where = "";
  }

  /** What stands after FROM, with the filter of rows. */
  #from(names: readonly string[]): string {
    const read = names.map((name) => this.#column(name));
    return `${fromOf(this.#table, [...read, ...this.#filter])} ${this.#where}`;
  }

  /** Whether numbers will be asked for. */
  #hasNumbers(): boolean {
    const { features } = this.#options;
    return this.columns.some(
      ({ name, kind }) =>
        (kind === "numeric" || kind === "datetime") && (features === undefined || features.includes(name)),
    );
  }

  #kind(name: string): Kind {
    return this.#kinds.get(name) ?? "unknown";
  }

  #column(name: string): TableColumn {
    const column = this.#columns.get(name);
    if (column !== undefined) return column;
    throw new FeaturescopeError("unexpected", `Expected a column of ${this.source}, found "${name}".`);
  }
}

function byName({ columns }: Table): Map<string, TableColumn> {
  return new Map(columns.map((column) => [column.name, column]));
}
