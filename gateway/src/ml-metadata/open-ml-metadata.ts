import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { CallGrpc } from "./call-grpc.js";
import { decodeArtifact, decodeNamespace } from "./decode-artifact.js";
import type { Artifact, MlMetadata, MlMetadataLocation } from "./ml-metadata.js";
import { oversizeArtifact } from "./oversize-reports.js";
import { producersOf } from "./producers-of.js";
import { type IdRange, ReportPages } from "./report-pages.js";

const IS_REPORT = "custom_properties.schema.string_value = 'featurescope-report' AND state = LIVE";
const NEWEST_FIRST = { field: "ID", is_asc: false };
const DEADLINE_MS = 10_000;

const listOf = (answer: unknown, name: string): unknown[] => {
  const list = (Object(answer) as Record<string, unknown>)[name];
  return Array.isArray(list) ? list : [];
};

/** Takes a tenth of a second, and room; who finds reports otherwise needs neither. */
const load = () => import("./call-grpc.js");

/** How ML Metadata is asked. */
export interface MlMetadataOptions {
  /** A call ends after this long. */
  deadlineMs?: number;
  /** Makes each call, to measure it. */
  measure?: <T>(method: string, work: () => Promise<T>) => Promise<T>;
}

/** ML Metadata of Kubeflow Pipelines up to 2.18. Nothing is loaded and nobody is asked before the first call. */
export function openMlMetadata(
  { address, tls }: Pick<MlMetadataLocation, "address" | "tls">,
  { deadlineMs = DEADLINE_MS, measure = (_, work) => work() }: MlMetadataOptions = {},
): MlMetadata {
  let caller: { call: CallGrpc; close(): void } | null = null;
  let isClosed = false;
  let isTooLarge: ((error: unknown) => boolean) | null = null;

  const call: CallGrpc = async (method, request) => {
    const grpc = await load();
    if (isClosed) throw new FeaturescopeError("store-unreachable", "the gateway is stopping");
    caller ??= grpc.grpcCaller(address, tls, deadlineMs);
    ({ isTooLarge } = grpc);
    const { call: made } = caller;
    return measure(method, () => made(method, request));
  };

  async function reportsIn({ from, before, without = [] }: IdRange, size: number): Promise<Artifact[]> {
    const bounds = [from === null ? [] : `id >= ${from}`, before === null ? [] : `id < ${before}`].flat();
    const filter_query = [IS_REPORT, ...bounds, ...without.map((id) => `id != ${id}`)].join(" AND ");
    const options = { max_result_size: size, order_by_field: NEWEST_FIRST, filter_query };
    return listOf(await call("GetArtifacts", { options }), "artifacts").map(decodeArtifact);
  }

  const isOfSize = (error: unknown): boolean => isTooLarge?.(error) === true;
  const pages = new ReportPages(reportsIn, isOfSize);

  async function namespacesOf(ids: readonly number[]): Promise<Map<number, string>> {
    const events = listOf(await call("GetEventsByArtifactIDs", { artifact_ids: ids }), "events");
    const producers = producersOf(events);
    if (producers.size === 0) return new Map();
    const execution_ids = [...new Set(producers.values())];
    const executions = listOf(await call("GetExecutionsByID", { execution_ids }), "executions");
    const namespaces = new Map(executions.map(decodeNamespace));
    return new Map([...producers].map(([id, producer]) => [id, namespaces.get(producer) ?? ""]));
  }

  /** Inputs of a step may be of any size. */
  async function namespacesInParts(ids: readonly number[]): Promise<Map<number, string>> {
    try {
      return await namespacesOf(ids);
    } catch (error) {
      if (!isOfSize(error)) throw error;
      if (ids.length === 1) return new Map([[ids[0]!, ""]]);
      const half = ids.length >> 1;
      const first = await namespacesInParts(ids.slice(0, half));
      return new Map([...first, ...(await namespacesInParts(ids.slice(half)))]);
    }
  }

  return {
    reports: () => pages.read(),
    async artifact(id) {
      try {
        const [found] = listOf(await call("GetArtifactsByID", { artifact_ids: [id] }), "artifacts");
        return found === undefined ? null : decodeArtifact(found);
      } catch (error) {
        if (!isOfSize(error)) throw error;
        return (await pages.isOversize(id)) ? oversizeArtifact(id) : null;
      }
    },
    namespacesOf: namespacesInParts,
    close() {
      isClosed = true;
      caller?.close();
    },
  };
}
