import { PASSWORD, mysqlServer } from "./mysql-server.js";
import { type ColumnType, type NamedRows, type RowTable, sourceSuite } from "../source-suite.js";

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: "BIGINT",
  number: "DOUBLE",
  text: "TEXT",
  boolean: "BOOLEAN",
  time: "DATETIME(3)",
};
const ROWS_A_STATEMENT = 1000;

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

const server = await mysqlServer();

if (server !== null) {
  let tables = 0;
  const put = async ({ columns, rows }: RowTable): Promise<string> => {
    const table = `table ${tables++}`;
    const types = columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`);
    // A key of its own keeps the rows' order, and a view hides it.
    await server.run(
      `CREATE TABLE ${quoted(`${table} rows`)} (\`the key\` INT AUTO_INCREMENT PRIMARY KEY, ${types.join(", ")}) CHARACTER SET utf8mb4`,
    );
    const names = columns.map(({ name }) => quoted(name)).join(", ");
    for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
      const some = rows.slice(start, start + ROWS_A_STATEMENT);
      await server.run(`INSERT INTO ${quoted(`${table} rows`)} (${names}) VALUES ?`, [some]);
    }
    await server.run(
      `CREATE VIEW ${quoted(table)} AS SELECT ${names} FROM ${quoted(`${table} rows`)} ORDER BY \`the key\``,
    );
    return table;
  };

  const place = {
    secrets: [PASSWORD, encodeURIComponent(PASSWORD)],
    lacks: ["names that differ only in case", "emoji in names"] as const,
  };
  const named = (table: string): NamedRows => ({
    source: server.address(`?table=${encodeURIComponent(table)}`),
  });

  sourceSuite("a table of MySQL", {
    ...place,
    put: async (table) => named(await put(table)),
    absent: () => named("absent"),
  });

  const asked = (table: string): NamedRows => ({
    source: server.address(`?query=${encodeURIComponent(`SELECT * FROM ${quoted(table)}`)}`),
  });
  sourceSuite("a query of MySQL", {
    ...place,
    put: async (table) => asked(await put(table)),
    absent: () => asked("absent"),
  });
}
