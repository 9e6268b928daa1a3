import { expect, test } from "vitest";
import { readBucketLocation } from "../../src/publish/bucket-location.js";

const keys = { S3_ACCESS_KEY: "key", S3_SECRET_KEY: "secret" };

function read(to: string, environment: Record<string, string>) {
  const faults: string[] = [];
  const location = readBucketLocation(
    to,
    { ...keys, ...environment },
    { add: (fault) => faults.push(fault) },
  );
  return { location, faults };
}

test.each(["http://minio:9000", "http://minio:9000/"])(
  "a store's address is its host and port: %s",
  (address) => {
    const { location, faults } = read("s3://mlpipeline//a//b/", { S3_ENDPOINT_URL: address });

    expect(faults).toEqual([]);
    expect(location).toMatchObject({ bucket: "mlpipeline", prefix: "a/b" });
    expect(location?.endpoint.href).toBe("http://minio:9000/");
  },
);

test.each(["http://minio:9000/base", "http://me:secret@minio:9000", "http://minio:9000/?x=1", "minio:9000"])(
  "an address of which a part would not be used is refused, without what may be secret in it: %s",
  (address) => {
    const { location, faults } = read("s3://mlpipeline", { S3_ENDPOINT_URL: address });

    expect(location).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(
      "S3_ENDPOINT_URL: expected an address without a path such as http://seaweedfs:8333",
    );
    expect(faults[0]).not.toContain("secret");
  },
);

test.each([
  "s3://",
  "s3://Bucket",
  "s3://a..b/c",
  "s3://10.0.0.1",
  "s3://10.0.0.1/a",
  "s3://b",
  "s3://bucket/../a",
])("what is no name of a bucket is refused: %s", (address) => {
  expect(read(address, {})).toEqual({
    location: null,
    faults: [`--to: expected s3://bucket/prefix, found ${address}`],
  });
});
