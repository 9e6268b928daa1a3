import { describe } from "vitest";
import { type ColumnType, type NamedRows, type RowTable, sourceSuite } from "../../source-suite.js";
import { PASSWORD, mysqlServer } from "./mysql-server.js";

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: "BIGINT",
  number: "DOUBLE",
  text: "TEXT",
  boolean: "BOOLEAN",
  time: "DATETIME(3)",
};
const ROWS_A_STATEMENT = 1000;

const server = await mysqlServer();
let tables = 0;

function quoted(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

async function put({ columns, rows }: RowTable): Promise<string> {
  const table = `table ${tables++}`;
  const stored = quoted(`${table} rows`);
  const types = columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`);
  // A key of its own keeps the rows' order, and a view hides it.
  await server.run(
    `CREATE TABLE ${stored} (\`the key\` INT AUTO_INCREMENT PRIMARY KEY, ${types.join(", ")}) CHARACTER SET utf8mb4`,
  );
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await server.run(`INSERT INTO ${stored} (${names}) VALUES ?`, [
      rows.slice(start, start + ROWS_A_STATEMENT),
    ]);
  }
  await server.run(`CREATE VIEW ${quoted(table)} AS SELECT ${names} FROM ${stored} ORDER BY \`the key\``);
  return table;
}

function named(table: string): NamedRows {
  return { source: server.address(`?table=${encodeURIComponent(table)}`) };
}

function asked(table: string): NamedRows {
  return { source: server.address(`?query=${encodeURIComponent(`SELECT * FROM ${quoted(table)}`)}`) };
}

describe.skipIf(!server.isHere)("rows of MySQL", () => {
  for (const [what, name] of [
    ["a table", named],
    ["a query", asked],
  ] as const) {
    sourceSuite(`${what} of MySQL`, {
      put: async (table) => name(await put(table)),
      absent: () => name("absent"),
      secrets: [PASSWORD, encodeURIComponent(PASSWORD)],
      lacks: ["names that differ only in case", "emoji in names"],
    });
  }
});
