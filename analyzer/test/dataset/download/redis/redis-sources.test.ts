import { describe } from "vitest";
import { type NamedRows, sourceSuite } from "../../source-suite.js";
import { jsonLinesOf, textOf } from "../../table-text.js";
import { testRedis } from "./redis-server.js";

const PASSWORD = "p@ss/wörd:1?";
const { isHere, client, at } = await testRedis(PASSWORD);
let tables = 0;

const named = (prefix: string): NamedRows => ({ source: at(`/0?match=${prefix}:*`) });
/** Keys that sort as the rows do. */
const keyOf = (prefix: string, row: number): string => `${prefix}:${String(row).padStart(6, "0")}`;

const place = { absent: () => named("absent"), secrets: [PASSWORD, encodeURIComponent(PASSWORD)] };

describe.skipIf(!isHere)("Redis", () => {
  sourceSuite("hashes in Redis", {
    ...place,
    put: async ({ columns, rows }) => {
      const prefix = `hashes-${tables++}`;
      const pipeline = client.pipeline();
      for (const [row, values] of rows.entries()) {
        const fields = values.map((value, i) => [columns[i]!.name, textOf(value) ?? ""]);
        pipeline.hset(keyOf(prefix, row), Object.fromEntries(fields));
      }
      await pipeline.exec();
      return named(prefix);
    },
    lacks: ["a table without rows", "an order of columns"],
  });

  sourceSuite("JSON objects in Redis", {
    ...place,
    put: async (table) => {
      const prefix = `objects-${tables++}`;
      const lines = jsonLinesOf(table).split("\n").slice(0, -1);
      await client.mset(lines.flatMap((line, row) => [keyOf(prefix, row), line]));
      return named(prefix);
    },
    lacks: ["a table without rows"],
  });
});
