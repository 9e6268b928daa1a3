import { FeaturescopeError } from "../artifact/index.js";
import { levelSql, numberSql } from "./column-sql.js";
import type { Database } from "./database.js";
import type { Batch, Column, Dataset, Level } from "./dataset.js";
import type { DatasetOptions } from "./dataset-options.js";
import { numberVector } from "./number-vector.js";
import { spoolTable } from "./spool-table.js";
import type { Table, TableColumn } from "./table.js";
import { timeColumnOf, timeFilter } from "./time-filter.js";

/** With more columns DuckDB would hold too much of each while it writes a copy. */
const WIDE = 500;

/** Rows of a table in DuckDB; each pass is a statement of its own, streamed in bounded memory. */
export class DuckdbDataset implements Dataset {
  readonly source: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly #database: Database;
  #table: Table;
  #where: string;
  #readings = 0;
  readonly #missingTokens: readonly string[];

  private constructor(
    database: Database,
    source: string,
    table: Table,
    where: string,
    rows: number,
    options: DatasetOptions,
  ) {
    this.#database = database;
    this.#table = table;
    this.#where = where;
    this.#missingTokens = options.missingTokens ?? [];
    this.source = source;
    this.rows = rows;
    this.columns = table.columns.map(({ name, kind }) => ({ name, kind: options.kinds?.get(name) ?? kind }));
  }

  /** Counts the rows once; the dataset then owns the database and closes it. */
  static async create(
    database: Database,
    source: string,
    table: Table,
    options: DatasetOptions,
  ): Promise<DuckdbDataset> {
    const where =
      options.timeColumn !== undefined && options.window !== undefined
        ? `WHERE ${timeFilter(timeColumnOf(source, table, options.timeColumn), options.window)}`
        : "";
    const [row] = await database.rows(`SELECT count(*) FROM ${table.from} ${where}`);
    return new DuckdbDataset(database, source, table, where, Number(row?.[0]), options);
  }

  async *batches(names: readonly string[]): AsyncGenerator<Batch> {
    await this.#prepare();
    const columns = names.map((name) => numberSql(this.#column(name), this.#kind(name), this.#missingTokens));
    const sql = `SELECT ${columns.join(", ")} FROM ${this.#table.from} ${this.#where}`;
    for await (const chunk of this.#database.chunks(sql)) {
      yield {
        rows: chunk.rowCount,
        columns: new Map(names.map((name, index) => [name, numberVector(chunk, index)])),
      };
    }
  }

  async *levels(name: string): AsyncGenerator<Level[]> {
    await this.#prepare();
    const value = levelSql(this.#column(name), this.#kind(name), this.#missingTokens);
    const values = `SELECT ${value} AS value FROM ${this.#table.from} ${this.#where}`;
    const sql = `SELECT value, CAST(count(*) AS DOUBLE) AS rows FROM (${values}) GROUP BY value ORDER BY rows DESC, value`;
    for await (const chunk of this.#database.chunks(sql)) {
      const texts = chunk.getColumnVector(0);
      const counts = numberVector(chunk, 1).values;
      yield Array.from(counts, (count, row) => ({ value: texts.getItem(row) as string | null, count }));
    }
  }

  async distinct(name: string): Promise<number> {
    await this.#prepare();
    const value = numberSql(this.#column(name), this.#kind(name), this.#missingTokens);
    const values = `SELECT ${value} + 0.0 AS value FROM ${this.#table.from} ${this.#where}`;
    const [row] = await this.#database.rows(
      `SELECT count(DISTINCT value) FROM (${values}) WHERE isfinite(value)`,
    );
    return Number(row?.[0]);
  }

  close(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }

  /** Text is parsed once; whoever reads again reads a copy in Parquet. */
  async #prepare(): Promise<void> {
    this.#readings++;
    const isWide = this.columns.length > WIDE;
    if (!this.#table.isText || isWide || this.#readings < 2) return;
    const kinds = new Map(this.columns.map(({ name, kind }) => [name, kind]));
    this.#table = await spoolTable(this.#database, this.#table, this.#where, kinds);
    this.#where = "";
  }

  #kind(name: string): Column["kind"] {
    return this.columns.find((column) => column.name === name)?.kind ?? "unknown";
  }

  #column(name: string): TableColumn {
    const column = this.#table.columns.find((candidate) => candidate.name === name);
    if (column !== undefined) return column;
    throw new FeaturescopeError("unexpected", `Expected a column of ${this.source}, found "${name}".`);
  }
}
