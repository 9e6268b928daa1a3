import { createPool } from "mysql2/promise";
import { afterAll } from "vitest";
import { RealMariadb } from "../../../../../gateway/test/support/servers/mariadb.js";
import { obtain } from "../../../../../gateway/test/support/servers/obtain.js";

/** Needs percent encoding wherever it can. */
export const PASSWORD = "p@ss/wörd:1?#%'";

/** A real server, and ways to use it. */
export interface MysqlServer {
  /** False where it cannot be had: none of the rest does anything then. */
  isHere: boolean;
  port: number;
  /** Of the authority of its certificate. */
  authority: string;
  /** Runs a statement for its effect. */
  run: (sql: string, values?: readonly unknown[]) => Promise<unknown>;
  /** All rows of a result. */
  rows: (sql: string) => Promise<unknown[][]>;
  /** Statements that it has run since it was asked last, oldest first. */
  asked: () => Promise<string[]>;
  /** The address of the database, with what follows it. */
  address: (rest: string, port?: number) => string;
}

const NOT_HERE: MysqlServer = {
  isHere: false,
  port: 0,
  authority: "",
  run: () => Promise.resolve(),
  rows: () => Promise.resolve([]),
  asked: () => Promise.resolve([]),
  address: (rest) => `mysql://not-here/${rest}`,
};

/** A MariaDB of the calling test file, ended with it. */
export async function mysqlServer(): Promise<MysqlServer> {
  const server = await obtain("MariaDB", () => RealMariadb.start(PASSWORD));
  if (server === null) return NOT_HERE;
  const { port, user, password, authority } = server;
  const pool = createPool({
    host: "127.0.0.1",
    port,
    user,
    password,
    database: "features",
    charset: "utf8mb4",
    timezone: "Z",
    // What tests write is what they say, be it no date at all.
    multipleStatements: true,
  });
  pool.on("connection", (connection) => connection.query("SET sql_mode = '', time_zone = '+00:00'"));
  afterAll(async () => {
    await pool.end();
    await server.stop();
  });
  const rows = async (sql: string): Promise<unknown[][]> =>
    (await pool.query({ sql, rowsAsArray: true }))[0] as unknown as unknown[][];
  await pool.query("SET GLOBAL log_output = 'TABLE'; SET GLOBAL general_log = ON");
  return {
    isHere: true,
    port,
    authority,
    run: (sql, values) => pool.query(sql, values as unknown[]),
    rows,
    asked: async () => {
      const said = await rows(
        "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE command_type IN ('Query', 'Execute') ORDER BY event_time",
      );
      await pool.query("TRUNCATE mysql.general_log");
      return said.map(([statement]) => String(statement));
    },
    address: (rest, at = port) =>
      `mysql://${user}:${encodeURIComponent(password)}@127.0.0.1:${at}/features${rest}`,
  };
}
