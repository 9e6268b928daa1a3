// Runs one query in DuckDB and reads its result: SQL.
import { DuckDBInstance } from "@duckdb/node-api";

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const reader = await connection.runAndReadAll(process.argv[2]);
console.log(reader.getRowsJS());
