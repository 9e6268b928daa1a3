import { expect, test } from "vitest";
import { readStoreEndpoint } from "../../src/credentials/index.js";

function read(environment: Record<string, string>) {
  const faults: string[] = [];
  const { endpoint, ...more } = readStoreEndpoint(environment, (fault) => faults.push(fault));
  return { origin: endpoint.origin, ...more, faults };
}

const own = { S3_ENDPOINT_URL: "http://seaweedfs:8333" };
const amazons = { AWS_ENDPOINT_URL: "http://all:1", AWS_ENDPOINT_URL_S3: "http://s3:2" };
const regions = { AWS_REGION: "eu-central-1", AWS_DEFAULT_REGION: "eu-west-1" };

test.each([
  ["nothing", {}, "https://s3.amazonaws.com", "us-east-1", null],
  ["our own", own, "http://seaweedfs:8333", "us-east-1", "S3_ENDPOINT_URL"],
  [
    "our own beside Amazon's, which may be there for something else",
    { ...own, ...amazons, ...regions },
    "http://seaweedfs:8333",
    "us-east-1",
    "S3_ENDPOINT_URL",
  ],
  ["Amazon's of S3 before that of all", amazons, "http://s3:2", "us-east-1", "AWS_ENDPOINT_URL_S3"],
  [
    "Amazon's of all",
    { AWS_ENDPOINT_URL: "http://all:1", S3_ENDPOINT_URL: " ", AWS_ENDPOINT_URL_S3: "" },
    "http://all:1",
    "us-east-1",
    "AWS_ENDPOINT_URL",
  ],
  [
    "Amazon's, to be left alone",
    { ...amazons, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "True" },
    "https://s3.amazonaws.com",
    "us-east-1",
    null,
  ],
  ["a region alone", regions, "https://s3.amazonaws.com", "eu-central-1", null],
  ["the older name of a region", { AWS_DEFAULT_REGION: "a" }, "https://s3.amazonaws.com", "a", null],
  ["our own region", { ...amazons, ...regions, S3_REGION: "b" }, "http://s3:2", "b", "AWS_ENDPOINT_URL_S3"],
])("%s", (_what, environment, origin, region, endpointVariable) => {
  expect(read(environment)).toEqual({ origin, region, endpointVariable, faults: [] });
});

test.each(["http://minio:9000/base", "http://me:secret@minio:9000", "http://minio:9000/?x=1", "minio:9000"])(
  "%s is refused, under the name of its variable",
  (address) => {
    for (const name of ["S3_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]) {
      const { faults } = read({ [name]: address });
      const expected = `${name}: expected an address without a path such as http://seaweedfs:8333, found `;
      expect(faults).toEqual([expect.stringContaining(expected)]);
      expect(faults[0]).not.toContain("secret");
    }
  },
);
