import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { CallGrpc } from "./call-grpc.js";
import { decodeArtifact, textsOf } from "./decode-artifact.js";
import {
  ARTIFACTS_PER_PAGE,
  type ArtifactPage,
  type MlMetadata,
  type MlMetadataLocation,
} from "./ml-metadata.js";

const IS_REPORT = "custom_properties.schema.string_value = 'featurescope-report' AND state = LIVE";
const NEWEST_FIRST = { field: "ID", is_asc: false };
const DEADLINE_MS = 10_000;

const listOf = (answer: unknown, name: string): unknown[] => {
  const list = (Object(answer) as Record<string, unknown>)[name];
  return Array.isArray(list) ? list : [];
};

/** Takes a tenth of a second, and room; who finds reports otherwise needs neither. */
const load = () => import("./call-grpc.js");

/**
 * ML Metadata of Kubeflow Pipelines up to 2.18. Nothing is loaded and nobody is asked before the first call.
 * @param deadlineMs a call ends after this long
 */
export function openMlMetadata(
  { address, tls }: Pick<MlMetadataLocation, "address" | "tls">,
  deadlineMs: number = DEADLINE_MS,
): MlMetadata {
  let caller: { call: CallGrpc; close(): void } | null = null;
  let isClosed = false;

  const call: CallGrpc = async (method, request) => {
    const { grpcCaller } = await load();
    if (isClosed) throw new FeaturescopeError("store-unreachable", "the gateway is stopping");
    caller ??= grpcCaller(address, tls, deadlineMs);
    return caller.call(method, request);
  };

  /** Pages by id: ML Metadata's own tokens give an empty page where anything of the query differs. */
  async function page(before: number | null, size: number): Promise<ArtifactPage> {
    const filter_query = before === null ? IS_REPORT : `${IS_REPORT} AND id < ${before}`;
    const options = { max_result_size: size, order_by_field: NEWEST_FIRST, filter_query };
    try {
      const artifacts = listOf(await call("GetArtifacts", { options }), "artifacts").map(decodeArtifact);
      return { artifacts, isLast: artifacts.length < size };
    } catch (error) {
      // Properties may be of any size, and all of a page come at once.
      const { isTooLarge } = await load();
      if (size === 1 || !isTooLarge(error)) throw error;
      return page(before, Math.floor(size / 2));
    }
  }

  /** An artifact without contexts is answered as one that is not there. */
  async function contextsOf(id: number): Promise<unknown[]> {
    try {
      return listOf(await call("GetContextsByArtifact", { artifact_id: id }), "contexts");
    } catch (error) {
      const { isNotFound } = await load();
      if (isNotFound(error)) return [];
      throw error;
    }
  }

  return {
    reports: (before) => page(before, ARTIFACTS_PER_PAGE),
    async artifact(id) {
      const [found] = listOf(await call("GetArtifactsByID", { artifact_ids: [id] }), "artifacts");
      return found === undefined ? null : decodeArtifact(found);
    },
    async namespacesOf(id) {
      return (await contextsOf(id)).flatMap((context) => {
        const { type, custom_properties } = Object(context) as Record<string, unknown>;
        const namespace = textsOf(custom_properties, ["namespace"]).get("namespace");
        return type === "system.PipelineRun" && namespace !== undefined ? [namespace] : [];
      });
    },
    close() {
      isClosed = true;
      caller?.close();
    },
  };
}
