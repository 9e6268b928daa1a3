import type { Catalog } from "../../src/catalog/catalog.js";

/** Runs by number, the last one the newest. */
export interface NumberedRuns {
  count: number;
  /** When a run was published, in milliseconds since 1970. */
  publishedAt: (n: number) => number;
  pipelineKeyOf: (n: number) => string;
  open: Catalog["open"];
}

/** A catalog that lists runs `r0` and so on, the newest first, without a store. */
export function numberedCatalog({ count, publishedAt, pipelineKeyOf, open }: NumberedRuns): Catalog {
  return {
    name: "numbered",
    isNewestFirst: true,
    pageSize: 1000,
    async *list() {
      for (let n = count - 1; n >= 0; n--) {
        const of = { pipelineKey: pipelineKeyOf(n), run: `r${n}` };
        yield { id: String(9_000_000 - n), publishedAt: publishedAt(n), of };
      }
    },
    isGone: () => Promise.resolve(false),
    open,
  };
}
