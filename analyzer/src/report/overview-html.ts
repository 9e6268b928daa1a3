import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { featurePath, type Manifest } from "../artifact/index.js";
import { rankFeatures } from "../drift/index.js";

const pack = promisify(gzip);

/** The page without a report; made from the elements when they are built. */
const TEMPLATE = new URL("../../dist/overview.html", import.meta.url);

/** Bytes of packed documents: with the script of half a megabyte, the file stays below two. */
const MOST_BYTES = 1_400_000;

/** Documents of a feature that its panel is drawn from. */
const DOCUMENTS = ["statistics.json", "distribution.json"] as const;

/** A report in one HTML file. */
export interface Overview {
  html: string;
  /** Features whose documents are in it; the others are on the board only. */
  features: number;
}

/**
 * A report in one HTML file that needs no server, network or other file: the board of all features, and a panel for each, those that deserve
 * a look first on top, as many as fit into two megabytes.
 * @param folder of the report
 * @param mostBytes of packed documents
 */
export async function overviewHtml(
  folder: string,
  manifest: Manifest,
  mostBytes: number = MOST_BYTES,
): Promise<Overview> {
  const board = { ...manifest, files: [] };
  const files: Record<string, string> = { "manifest.json": await packed(JSON.stringify(board)) };
  let bytes = files["manifest.json"]!.length;
  let features = 0;
  const written = new Set(manifest.files.map(({ path }) => path));
  for (const { key } of rankFeatures(manifest.features)) {
    const documents = await packedDocuments(folder, written, featurePath(key));
    bytes += Object.values(documents).reduce((sum, text) => sum + text.length, 0);
    if (bytes > mostBytes) break;
    Object.assign(files, documents);
    features++;
  }
  const title = `${manifest.pipeline} · ${manifest.run}`;
  const template = await readFile(TEMPLATE, "utf8");
  const html = template
    .replace("%title%", () => title.replaceAll("&", "&amp;").replaceAll("<", "&lt;"))
    .replace("%files%", () => JSON.stringify(files));
  return { html, features };
}

/** The documents that the report has of a feature, by path. @param written paths of the report's files */
async function packedDocuments(
  folder: string,
  written: ReadonlySet<string>,
  path: string,
): Promise<Record<string, string>> {
  const documents: Record<string, string> = {};
  for (const name of DOCUMENTS) {
    const file = `${path}/${name}`;
    if (written.has(file)) documents[file] = await packed(await readFile(join(folder, file)));
  }
  return documents;
}

async function packed(content: string | Buffer): Promise<string> {
  return (await pack(content, { level: 9 })).toString("base64");
}
