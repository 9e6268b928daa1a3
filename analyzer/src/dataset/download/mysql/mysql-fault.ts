import { FeaturescopeError, nearestWord, suggest } from "../../../artifact/index.js";
import { cannotRead } from "../../cannot-read.js";
import { CERTIFICATE_CODES } from "../certificate-codes.js";
import type { MysqlAddress } from "./mysql-address.js";

/** An error of the client: its code, and the server's own words. */
interface MysqlError extends Error {
  code?: string;
  errno?: number;
}

/** What is expected, and what to do; the first that fits the code counts. */
const FAULTS: readonly (readonly [code: RegExp, expected: string, advice: string])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/,
    "a server that answers",
    "Check host, port and network.",
  ],
  [
    /^(ER_ACCESS_DENIED_|ER_DBACCESS_DENIED|ER_TABLEACCESS_DENIED|ER_COLUMNACCESS_DENIED|ER_SPECIFIC_ACCESS_DENIED|ER_NOT_SUPPORTED_AUTH|AUTH_)/,
    "a user who may read this",
    "Set MYSQL_USER and MYSQL_PASSWORD, or grant the user SELECT.",
  ],
  [/^ER_BAD_DB_ERROR$/, "a database of this server", "Correct the name after the host."],
  [/^ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION$/, "a query that only reads", "Write a SELECT."],
  [
    /^(PROTOCOL_CONNECTION_LOST|ECONNRESET|EPIPE|ER_CONNECTION_KILLED|ER_SERVER_SHUTDOWN|ER_NORMAL_SHUTDOWN)$/,
    "all rows",
    "None of them was analysed: try again.",
  ],
  [
    /^(ER_QUERY_INTERRUPTED|ER_QUERY_TIMEOUT|ER_STATEMENT_TIMEOUT|ER_LOCK_WAIT_TIMEOUT)$/,
    "time to read all rows",
    "None of them was analysed: try again, read fewer (--features, --window), or raise the server's limit.",
  ],
  [
    /^SILENT$/,
    "rows",
    "None of them was analysed: where the server needs longer for its first row, add timeout=600 to the address.",
  ],
  [
    new RegExp(`^HANDSHAKE_|${CERTIFICATE_CODES.source}`),
    "an encrypted connection and a certificate that is trusted",
    "Name the authority's certificate in MYSQL_SSL_CA, write the host as the certificate does, or leave ssl= out.",
  ],
  [
    /^ER_CON_COUNT_ERROR$|^ER_TOO_MANY_USER_CONNECTIONS$|^ER_USER_LIMIT/,
    "a free connection",
    "Try again later.",
  ],
];

/** Names that a person reads through. */
const MOST_NAMES = 30;

/** MariaDB's own errors, which the client does not name. */
const NAMES = new Map([[1969, "ER_STATEMENT_TIMEOUT"]]);

/** An error that says what was expected of a server, what was found, in its own words, and what to do; never with the password. */
export function mysqlFault(error: Error, { shown, rows }: MysqlAddress): Error {
  const code = codeOf(error);
  // What DuckDB says of the copy has none.
  if (error instanceof FeaturescopeError || code === "") return error;
  const [, expected, advice] = FAULTS.find(([pattern]) => pattern.test(code)) ?? [
    code,
    "query" in rows ? "a query that the server runs" : "a table that the server reads",
    "query" in rows ? "Correct the query." : "Correct the address, or the table.",
  ];
  const words = (error.message.split("\n")[0] || code).replace(/\.$/, "");
  return cannotRead(shown, `expected ${expected}, found "${words}". ${advice}`, error);
}

/** An error for a table that the database lacks. @param known names of those that it has */
export function noSuchTable(
  cause: Error,
  { shown, database }: MysqlAddress,
  table: string,
  known: readonly string[],
): FeaturescopeError {
  const isNear = nearestWord(table, known) !== null;
  const hint = isNear || known.length <= MOST_NAMES ? suggest(table, known) : "";
  return cannotRead(
    shown,
    `expected a table or view of ${database}, found none named ${table}${hint}. Correct table=.`,
    cause,
  );
}

/** Whether a table is not there. */
export function isNoSuchTable(error: Error): boolean {
  return codeOf(error) === "ER_NO_SUCH_TABLE";
}

function codeOf({ code, errno }: MysqlError): string {
  return NAMES.get(errno ?? 0) ?? code ?? "";
}
