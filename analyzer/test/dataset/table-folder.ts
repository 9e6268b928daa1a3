import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Database } from "../../src/dataset/database.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A folder for the files of the calling test, and ways to fill it; each gives the file's path. */
export interface TableFolder {
  path: string;
  write: (name: string, content: string | Uint8Array) => string;
  /** Writes the rows of an SQL statement. */
  writeParquet: (name: string, sql: string) => Promise<string>;
}

/** A new folder, removed when the tests of the calling file have ended. */
export function tableFolder(): TableFolder {
  const path = temporaryFolder();
  return {
    path,
    write(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    async writeParquet(name, sql) {
      const file = join(path, name);
      const database = await Database.open();
      await database.run(`COPY (${sql}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
      database.close();
      return file;
    },
  };
}
