import type { Option } from "commander";
import { schemeOf } from "../../dataset/download/address.js";
import { type GivenOptions, valueOption } from "../command.js";
import type { Faults } from "../faults.js";

/** `--query`, for rows of a database. */
export function queryOption(): Option {
  return valueOption(
    "--query <select>",
    "with --data mysql://…: the rows are what this SELECT gives; a reference's stands in its address, as ?query=",
  ).argParser<string[] | undefined>((query, before) => [...(before ?? []), query]);
}

/**
 * The source with the query in its address, so that whoever reads the report knows which rows they were.
 * @param source what `--data` names
 */
export function withQuery(source: string, given: GivenOptions, faults: Faults): string {
  const queries = Array.isArray(given["query"]) ? (given["query"] as string[]) : [];
  const [query] = queries;
  if (query === undefined) return source;
  if (queries.length > 1) faults.add("--query can be given once");
  if (schemeOf(source) !== "mysql")
    faults.add("--query needs --data mysql://…: files and other addresses have no queries");
  if (/[?&](table|query)=/.test(source))
    faults.add("--query says which rows, and so does table= or query= in --data; leave one of them out");
  // What is legible in an address is left so.
  const text = query.replaceAll(/[%&#\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
  return `${source}${source.includes("?") ? "&" : "?"}query=${text}`;
}
