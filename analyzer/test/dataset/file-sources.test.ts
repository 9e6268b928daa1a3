import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type RowPlace, sourceSuite } from "./source-suite.js";
import { tableFolder } from "./table-folder.js";
import { csvOf, jsonLinesOf, sqlOf } from "./table-text.js";

const { path: folder, write, writeParquet } = tableFolder();
let files = 0;
const absent: RowPlace["absent"] = () => ({ source: join(folder, "absent.csv") });

sourceSuite("CSV", {
  put: (table) => Promise.resolve({ source: write(`${files++}.csv`, csvOf(table)) }),
  absent,
});

sourceSuite("CSV packed by gzip", {
  put: (table) => Promise.resolve({ source: write(`${files++}.csv.gz`, gzipSync(csvOf(table))) }),
  absent,
});

sourceSuite("JSON lines", {
  put: (table) => Promise.resolve({ source: write(`${files++}.jsonl`, jsonLinesOf(table)) }),
  absent,
});

sourceSuite("Parquet", {
  put: async (table) => ({ source: await writeParquet(`${files++}.parquet`, sqlOf(table)) }),
  absent,
  // DuckDB, which writes these files, does not.
  lacks: ["names that differ only in case"],
});
