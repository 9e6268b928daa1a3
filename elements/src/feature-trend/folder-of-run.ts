import type { History } from "@featurescope/analyzer/artifact";
import { folderOf } from "../controllers/addresses.js";
import { gatewayOf } from "../controllers/run-addresses.js";

/**
 * Absolute address of a feature's folder in one run, at the gateway of `src`; its query goes along.
 * @param src the trend's address; where it is not a gateway's, the page's own is taken for the gateway
 */
export function folderOfRun(src: string, { pipeline, key }: History, run: string): string {
  const gateway = gatewayOf(src, document.baseURI) ?? new URL("api/v1/", document.baseURI);
  const [inPipeline, inRun, ofKey] = [pipeline, run, key].map(encodeURIComponent);
  const address = new URL(`pipelines/${inPipeline}/runs/${inRun}/features/${ofKey}/`, gateway);
  address.search = folderOf(src || "/", document.baseURI).search;
  return address.href;
}
