import type { FieldPacket } from "mysql2";
import { cannotRead } from "../../cannot-read.js";
import type { Database } from "../../database.js";
import { type DatasetOptions, isWanted } from "../../dataset-options.js";
import { parquetWriting } from "../../parquet-writing.js";
import { identifier, literal } from "../../sql.js";
import type { DownloadedRows } from "../download.js";
import { type MysqlAddress, readMysqlAddress } from "./mysql-address.js";
import { type MysqlColumn, mysqlColumn } from "./mysql-column.js";
import { isNoSuchTable, mysqlFault, noSuchTable } from "./mysql-fault.js";
import { MysqlRows } from "./mysql-rows.js";
import { MysqlSession } from "./mysql-session.js";
import { mysqlIdentifier, mysqlWindow } from "./mysql-sql.js";

/** Where rows are gathered. */
const GATHERED = "mysql_rows";

/** Rows on their way into a table. */
interface Gathering {
  columns: readonly MysqlColumn[];
  rows: MysqlRows | null;
}

const NOTHING: Gathering = { columns: [], rows: null };

/** A statement, and all columns that the file is to have. */
interface Selection {
  sql: string;
  columns: readonly MysqlColumn[];
}

/**
 * Copies the rows of a table or query of MySQL or MariaDB into a Parquet file, as they were at one moment. Columns that nobody
 * asks for are in it without values.
 */
export async function mysqlDownload(
  database: Database,
  source: string,
  options: DatasetOptions,
): Promise<DownloadedRows> {
  const address = readMysqlAddress(source, options.environment ?? process.env);
  let session: MysqlSession | null = null;
  try {
    session = await MysqlSession.open(address);
    const { sql, columns } = await select(session, address, options);
    const gathered = await gather(database, session, sql, (name) => isWanted(name, options));
    session.close();
    return await write(database, columns, gathered, address.shown);
  } catch (error) {
    throw mysqlFault(error as Error, address);
  } finally {
    session?.close();
  }
}

async function select(
  session: MysqlSession,
  address: MysqlAddress,
  options: DatasetOptions,
): Promise<Selection> {
  const { rows, shown } = address;
  if ("query" in rows) {
    const { columns, parameters } = await session.prepare(rows.query);
    refuseOthers(columns, parameters, shown);
    return { sql: rows.query, columns: columns.map(mysqlColumn) };
  }
  const from = mysqlIdentifier(rows.table);
  const { columns: fields } = await session.prepare(`SELECT * FROM ${from}`).catch(async (error: Error) => {
    throw isNoSuchTable(error) ? noSuchTable(error, address, rows.table, await tables(address)) : error;
  });
  const columns = fields.map(mysqlColumn);
  const wanted = columns.filter(({ name }) => isWanted(name, options));
  // Rows are counted also where none of the columns asked for is there.
  const read = (wanted.length > 0 ? wanted : columns.slice(0, 1)).map(({ name }) => mysqlIdentifier(name));
  const { timeColumn, window } = options;
  const isTime = columns.some((column) => column.name === timeColumn && column.isTime === true);
  const where = isTime && window !== undefined ? ` WHERE ${mysqlWindow(timeColumn ?? "", window)}` : "";
  return { sql: `SELECT ${read.join(", ")} FROM ${from}${where}`, columns };
}

/** What is no query for rows is never run. */
function refuseOthers(columns: readonly FieldPacket[], parameters: readonly unknown[], shown: string): void {
  const refuse = (expected: string, found: string, advice: string): never => {
    throw cannotRead(shown, `expected ${expected}, found ${found}. ${advice}`);
  };
  if (parameters.length > 0)
    refuse("a whole query", `${parameters.length} ? for a value`, "Write the values into it.");
  if (columns.length === 0)
    refuse("a query that gives rows", "a statement that gives none", "Write a SELECT.");
  const seen = new Set<string>();
  for (const { name } of columns) {
    if (seen.has(name.toLowerCase())) {
      refuse("columns of different names", `two named ${name}`, "Give one of them another name by AS.");
    }
    seen.add(name.toLowerCase());
  }
}

/** Names of the database's tables and views; a session ends with its first fault, so that these need one of their own. */
async function tables(address: MysqlAddress): Promise<string[]> {
  const session = await MysqlSession.open(address);
  try {
    return (await session.rows("SHOW TABLES")).map(([name]) => String(name));
  } finally {
    session.close();
  }
}

/** Reads the rows of a statement into a table, which spills into the database's folder; its columns are `c0`, `c1` … in the order given. */
async function gather(
  database: Database,
  session: MysqlSession,
  sql: string,
  isAskedFor: (name: string) => boolean,
): Promise<readonly MysqlColumn[]> {
  const begin = async (fields: readonly FieldPacket[]): Promise<Gathering> => {
    const all = fields.map((field, index) => ({ ...mysqlColumn(field), index }));
    const wanted = all.filter(({ name }) => isAskedFor(name));
    const columns = wanted.length > 0 ? wanted : all.slice(0, 1);
    const types = columns.map(({ arrives }, i) => `c${i} ${arrives}`);
    await database.run(`CREATE TABLE ${GATHERED} (${types.join(", ")})`);
    return { columns, rows: new MysqlRows(await database.appender(GATHERED), columns) };
  };
  const begun: Promise<Gathering>[] = [];
  try {
    await session.read(sql, async (fields) => {
      const gathering = begin(fields);
      begun.push(gathering);
      const { rows } = await gathering;
      return (row) => rows?.take(row);
    });
    const [{ columns, rows } = NOTHING] = await Promise.all(begun);
    rows?.end();
    return columns;
  } finally {
    // Before the database is closed, whatever happened.
    for (const gathering of await Promise.allSettled(begun)) {
      if (gathering.status === "fulfilled") gathering.value.rows?.close();
    }
  }
}

async function write(
  database: Database,
  columns: readonly MysqlColumn[],
  gathered: readonly MysqlColumn[],
  shown: string,
): Promise<DownloadedRows> {
  const { types, notes } = await lookAt(database, gathered);
  const values = columns.map((column) => {
    const at = gathered.findIndex(({ name }) => name === column.name);
    const cast = column.isTime === true ? "TRY_CAST" : "CAST";
    const value = at === -1 ? `CAST(NULL AS ${column.kept})` : `${cast}(c${at} AS ${types[at]})`;
    return `${value} AS ${identifier(column.name)}`;
  });
  const path = database.newPath("parquet");
  await database.run(
    `COPY (SELECT ${values.join(", ")} FROM ${GATHERED}) TO ${literal(path)} (${parquetWriting(values.length)})`,
  );
  await database.run(`DROP TABLE ${GATHERED}`);
  return { paths: [path], names: [shown], format: "parquet", notes };
}

/** As which types columns are kept, now that their values are there, and what people should know of it. */
async function lookAt(
  database: Database,
  columns: readonly MysqlColumn[],
): Promise<{ types: string[]; notes: string[] }> {
  const strange = columns.map(({ isFlag, isTime, kept }, i) => {
    if (isFlag === true) return `count(*) FILTER (c${i} NOT IN (0, 1))`;
    return isTime === true ? `count(c${i}) - count(TRY_CAST(c${i} AS ${kept}))` : "count(NULL)";
  });
  const [counts = []] = await database.rows(`SELECT ${strange.join(", ")} FROM ${GATHERED}`);
  const notes = columns.flatMap(({ name, isFlag }, i) => {
    const count = Number(counts[i]);
    if (count === 0) return [];
    return isFlag === true
      ? `${name} is a TINYINT(1) with values other than 0 and 1, so it is read as numbers`
      : `missing in ${name}, for no calendar has such a date (0000-00-00, perhaps): ${count}`;
  });
  const types = columns.map(({ kept, isFlag }, i) =>
    isFlag === true && Number(counts[i]) === 0 ? "BOOLEAN" : kept,
  );
  return { types, notes };
}
