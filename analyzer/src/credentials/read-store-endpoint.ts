import { amazonEndpoint } from "./amazon-endpoint.js";
import { amazonRegion } from "./amazon-region.js";
import type { Environment } from "./environment.js";

/** Where an S3 store is. */
export interface StoreEndpoint {
  /** Host and port. */
  endpoint: URL;
  region: string;
  /** The variable that named it; null for Amazon's own, which is meant without one. */
  endpointVariable?: string | null;
}

/**
 * Where the environment says that the store is: `S3_ENDPOINT_URL` and `S3_REGION`. Without the first, Amazon's variables
 * say both; beside it they say neither, as they may be there for something else.
 * @param refuse told of what is no host and port, as nothing else of an address would be used
 */
export function readStoreEndpoint(environment: Environment, refuse: (fault: string) => void): StoreEndpoint {
  const own = environment["S3_ENDPOINT_URL"]?.trim() || null;
  const ownRegion = environment["S3_REGION"]?.trim() || null;
  const { variable, text } =
    own === null
      ? (amazonEndpoint(environment, "s3") ?? { variable: null, text: "https://s3.amazonaws.com" })
      : { variable: "S3_ENDPOINT_URL", text: own };
  const region = ownRegion ?? (own === null ? amazonRegion(environment) : null) ?? "us-east-1";
  const endpoint = URL.canParse(text) ? new URL(text) : null;
  const isGood = endpoint !== null && /^https?:$/.test(endpoint.protocol);
  if (isGood && endpoint.href === `${endpoint.origin}/`)
    return { endpoint, region, endpointVariable: variable };
  const found = isGood ? "more than host and port" : text;
  refuse(`${variable}: expected an address without a path such as http://seaweedfs:8333, found ${found}`);
  return { endpoint: new URL("https://s3.amazonaws.com"), region, endpointVariable: variable };
}
