import { connect, type Socket } from "node:net";
import { type Connection, createConnection, type FieldPacket } from "mysql2";
import type { MysqlAddress } from "./mysql-address.js";

/** How long a connection may take, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Points in time in UTC; what is read is of one moment, and a statement that writes is refused. */
const BEGIN = [
  "SET time_zone = '+00:00'",
  "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
  "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
];

/** A statement as the server understood it; the client's types leave its columns and parameters out. */
export interface PreparedStatement {
  columns: FieldPacket[];
  parameters: unknown[];
}

/** Settles a promise; `alive` is called whenever the server says something. */
type Act<Result> = (
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
  alive: () => void,
) => void;

/** One connection in one transaction that only reads. Whatever fails ends the connection at once. */
export class MysqlSession {
  readonly #connection: Connection;
  readonly #socket: Socket;
  readonly #timeout: number;
  /** Ends what is under way. */
  #fail: ((error: unknown) => void) | null = null;

  private constructor({
    host,
    port,
    user,
    password,
    database,
    encryption,
    authorities,
    timeout,
  }: MysqlAddress) {
    // A socket of our own, for the client only half-closes its: rows would still come.
    this.#socket = connect({ host, port, keepAlive: true, noDelay: true });
    this.#timeout = timeout * 1000;
    this.#connection = createConnection({
      stream: () => this.#socket,
      host,
      port,
      database,
      connectTimeout: CONNECT_TIMEOUT,
      ...(user !== null && { user }),
      ...(password !== null && { password }),
      ...(encryption !== "none" && {
        ssl: {
          rejectUnauthorized: encryption === "verified",
          verifyIdentity: encryption === "verified",
          ...(authorities !== null && { ca: authorities }),
        },
      }),
      charset: "utf8mb4",
      dateStrings: true,
      jsonStrings: true,
      supportBigNumbers: true,
      // No server may ask for files of this machine.
      flags: ["-LOCAL_FILES"],
    });
    // The client tells the connection, and not whoever reads rows, that it was lost.
    this.#connection.on("error", (error) => this.#fail?.(error));
    this.#socket.on("close", () =>
      this.#fail?.(withCode("PROTOCOL_CONNECTION_LOST", "the connection closed")),
    );
  }

  /** Connects and begins the transaction. */
  static async open(address: MysqlAddress): Promise<MysqlSession> {
    const session = new MysqlSession(address);
    await session.#within<void>((resolve, reject) =>
      session.#connection.connect((error) => (error === null ? resolve() : reject(error))),
    );
    for (const statement of BEGIN) await session.rows(statement);
    return session;
  }

  /** All rows of a small result; none of a statement that gives none. */
  rows(sql: string): Promise<unknown[][]> {
    return this.#within((resolve, reject) => {
      this.#connection.query({ sql, rowsAsArray: true }, (error, rows) =>
        error === null ? resolve(rows as unknown as unknown[][]) : reject(error),
      );
    });
  }

  /** Has a statement understood, without running it. */
  prepare(sql: string): Promise<PreparedStatement> {
    return this.#within((resolve, reject) => {
      this.#connection.prepare(sql, (error, statement) =>
        error === null ? resolve(statement as unknown as PreparedStatement) : reject(error),
      );
    });
  }

  /**
   * Streams the rows of a statement; the next are asked for when those before have been taken.
   * @param begin told the columns; gives what takes each row
   */
  read(
    sql: string,
    begin: (fields: readonly FieldPacket[]) => Promise<(row: unknown[]) => void>,
  ): Promise<void> {
    return this.#within((resolve, reject, alive) => {
      // Prepared, so that rows come in binary: numbers are exact, and read in a third of the time.
      const query = this.#connection.execute({ sql, rowsAsArray: true });
      let take: ((row: unknown[]) => void) | undefined;
      const attempt = (act: () => void): void => {
        try {
          act();
        } catch (error) {
          reject(error);
        }
      };
      query.on("fields", (fields: unknown) => {
        if (!Array.isArray(fields)) return reject(withCode("NO_ROWS", "a statement that gives no rows"));
        this.#connection.pause();
        begin(fields as FieldPacket[]).then((taker) => {
          take = taker;
          attempt(() => this.#connection.resume());
        }, reject);
      });
      query.on("result", (row: unknown) => {
        alive();
        attempt(() => take?.(row as unknown[]));
      });
      query.on("error", reject);
      query.on("end", () => resolve());
    });
  }

  /** Ends the connection, and with it the transaction. */
  close(): void {
    this.#connection.destroy();
    this.#socket.destroy();
  }

  #within<Result>(act: Act<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#fail = null;
      };
      const fail = (error: unknown): void => {
        settle();
        this.close();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const timer = setTimeout(() => {
        fail(withCode("SILENT", `nothing for ${this.#timeout / 1000} s`));
      }, this.#timeout);
      this.#fail = fail;
      act(
        (result) => {
          settle();
          resolve(result);
        },
        fail,
        () => timer.refresh(),
      );
    });
  }
}

function withCode(code: string, found: string): Error {
  return Object.assign(new Error(found), { code });
}
