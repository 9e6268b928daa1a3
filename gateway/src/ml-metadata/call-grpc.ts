import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { Client, type ServiceDefinition, type ServiceError, credentials, status } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const PROTO = fileURLToPath(new URL("../../proto/metadata-store.proto", import.meta.url));
/** More than a hundred reports with all that Kubeflow notes of them; the usual 4 MB are not. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** A deadlock in its database aborts a call of ML Metadata; it passes. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 50;

const OPTIONS = {
  "grpc.max_receive_message_length": MAX_ANSWER_BYTES,
  "grpc.initial_reconnect_backoff_ms": 200,
  "grpc.max_reconnect_backoff_ms": 2000,
  // A client of its own has a connection of its own: one that died without a word goes with it.
  "grpc.use_local_subchannel_pool": 1,
  "grpc.enable_http_proxy": 0,
  "grpc.service_config_disable_resolution": 1,
};

/** A call by its name, with its message. */
export type CallGrpc = (method: string, request: object) => Promise<unknown>;

const codeOf = (error: unknown): unknown =>
  error instanceof FeaturescopeError ? (Object(error.cause) as Partial<ServiceError>).code : null;

/** Whether an error says that the answer was larger than what is taken. */
export const isTooLarge = (error: unknown): boolean => codeOf(error) === status.RESOURCE_EXHAUSTED;

/**
 * Calls ML Metadata; connects by itself, again where the connection is lost.
 * @param deadlineMs a call ends after this long, whatever happens
 * The given function throws FeaturescopeError `store-unreachable`.
 */
export function grpcCaller(
  address: string,
  tls: boolean,
  deadlineMs: number,
): { call: CallGrpc; close(): void } {
  const loaded = loadSync(PROTO, { keepCase: true, longs: Number, enums: String, arrays: true });
  const methods = loaded["ml_metadata.MetadataStoreService"] as ServiceDefinition;
  const connect = (): Client =>
    new Client(address, tls ? credentials.createSsl() : credentials.createInsecure(), OPTIONS);
  let client = connect();

  function once(method: string, request: object, deadline: number): Promise<unknown> {
    const { path, requestSerialize, responseDeserialize } = methods[method]!;
    const asked = client;
    return new Promise((resolve, reject) => {
      const done = (error: ServiceError | null, answer?: unknown): void => {
        if (error === null) resolve(answer);
        else reject(error);
      };
      asked.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, { deadline }, done);
    }).catch((error: ServiceError) => {
      if (error.code === status.DEADLINE_EXCEEDED && asked === client) {
        client = connect();
        asked.close();
      }
      throw error;
    });
  }

  async function call(method: string, request: object): Promise<unknown> {
    const deadline = Date.now() + deadlineMs;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(method, request, deadline);
      } catch (error) {
        const isAborted = (error as ServiceError).code === status.ABORTED;
        if (!isAborted || attempt === ATTEMPTS) {
          const found = (error as Error).message.replace(/ Resolution note: $/, "");
          const isDown = (error as ServiceError).code === status.UNAVAILABLE;
          const advice = isDown ? "; start it, or correct MLMD_ADDRESS and MLMD_TLS" : "";
          const message = `cannot ask ML Metadata at ${address}: ${method}: ${found}${advice}`;
          throw new FeaturescopeError("store-unreachable", message, { cause: error });
        }
        await wait(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  return { call, close: () => client.close() };
}
