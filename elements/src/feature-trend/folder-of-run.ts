import type { History } from "@featurescope/analyzer/artifact";
import { folderOf } from "../controllers/addresses.js";

/**
 * Absolute address of a feature's folder in one run, at the gateway of `src`; its query goes along.
 * @param src the trend's address; where it is not a gateway's, the page's own is taken for the gateway
 */
export function folderOfRun(src: string, { pipeline, key }: History, run: string): string {
  const folder = folderOf(src || "/", document.baseURI);
  const [root, rest] = folder.pathname.split("/api/v1/", 2);
  const gateway = rest === undefined ? new URL(".", document.baseURI) : new URL(`${root}/`, folder);
  const [inPipeline, inRun, ofKey] = [pipeline, run, key].map(encodeURIComponent);
  const address = new URL(`api/v1/pipelines/${inPipeline}/runs/${inRun}/features/${ofKey}/`, gateway);
  address.search = folder.search;
  return address.href;
}
