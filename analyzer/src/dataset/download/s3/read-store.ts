import { FeaturescopeError } from "../../../artifact/index.js";
import { type BucketStore, readBucketStore } from "../../../bucket/bucket-store.js";
import { type Environment, readStoreEndpoint } from "../../../credentials/index.js";
import type { ObjectsAddress } from "./s3-address.js";

/**
 * The store of an address, from the environment.
 * @throws FeaturescopeError `invalid-configuration` with all faults
 */
export function readStore({ address, root }: ObjectsAddress, environment: Environment): BucketStore {
  const faults: string[] = [];
  const { endpointVariable } = readStoreEndpoint(environment, () => undefined);
  if (root.startsWith("minio:") && endpointVariable === null) {
    faults.push("S3_ENDPOINT_URL: expected the store's address such as http://seaweedfs:8333, found none");
  }
  const store = readBucketStore(environment, { add: (fault) => faults.push(fault) });
  if (store !== null && faults.length === 0) return store;
  throw new FeaturescopeError("invalid-configuration", `Cannot read ${address}: ${faults.join("; ")}.`);
}
