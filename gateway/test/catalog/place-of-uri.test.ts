import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { placeOfUri } from "../../src/catalog/place-of-uri.js";
import type { StoreConfig } from "../../src/config/config.js";
import { isSafeName } from "../../src/store/check-path.js";

const bucket = (prefix: string): StoreConfig => ({
  type: "s3",
  endpoint: new URL("http://seaweedfs.kubeflow:9000"),
  bucket: "mlpipeline",
  prefix,
  region: "us-east-1",
  accessKey: null,
  secretKey: null,
});
const folder: StoreConfig = { type: "directory", folder: "/data/outputs" };
const prefixed = bucket("v2/artifacts");

test.each([
  ["minio://mlpipeline/v2/artifacts/p/run/step/salt/report", "p/run/step/salt/report"],
  ["s3://mlpipeline/v2/artifacts/p/report/", "p/report"],
  ["s3:///mlpipeline/v2/artifacts/p/report", "p/report"],
  ["s3://mlpipeline/v2/artifacts/p/report?region=eu-1&endpoint=evil.example/../x", "p/report"],
  [
    "minio://mlpipeline/v2/artifacts/namespace/团队/pipeline/a b/%2e%2e/r",
    "namespace/团队/pipeline/a b/%2e%2e/r",
  ],
  ["minio://mlpipeline/v2/artifacts", ""],
])("an address in the bucket, below the prefix: %s", (uri, path) => {
  expect(placeOfUri(uri, prefixed)).toEqual({ path });
});

test("without a prefix the whole bucket is the store", () => {
  expect(placeOfUri("minio://mlpipeline/a/b", bucket(""))).toEqual({ path: "a/b" });
  expect(placeOfUri("minio://mlpipeline", bucket(""))).toEqual({ path: "" });
});

test.each([
  ["/data/outputs/run/step/report", "run/step/report"],
  ["file:///data/outputs/run/a%20b", "run/a b"],
  ["/data/outputs/", ""],
  ["file:///data/outputs/x/../y", "y"],
])("an address in the folder of a local run: %s", (uri, path) => {
  expect(placeOfUri(uri, folder)).toEqual({ path });
});

test.each([
  [prefixed, "minio://other/v2/artifacts/r", "minio://other"],
  [prefixed, "s3://mlpipeline:9000/v2/artifacts/r", "s3://mlpipeline:9000"],
  [prefixed, "s3://key:secret@mlpipeline/v2/artifacts/r", "s3://key:secret@mlpipeline"],
  [prefixed, "minio://mlpipeline/v2/artifacts-of-others/r", "outside of what STORE names"],
  [prefixed, "minio://mlpipeline/private/../v2/artifacts/r", "outside of what STORE names"],
  [prefixed, "gs://mlpipeline/v2/artifacts/r", "gs://mlpipeline"],
  [prefixed, "oci://registry.example/model:1", "oci://registry.example"],
  [prefixed, "http://169.254.169.254/latest/meta-data", "http://169.254.169.254"],
  [prefixed, "/data/outputs/r", "/"],
  [prefixed, "file:///etc/passwd", "file://"],
  [folder, "minio://mlpipeline/v2/artifacts/r", "minio://mlpipeline"],
  [folder, "gs://b/c", "gs://b"],
  [folder, "/etc/passwd", "outside of what STORE names"],
  [folder, "/data/outputs-of-others/r", "outside of what STORE names"],
  [folder, "file:///data/outputs/../../etc", "outside of what STORE names"],
])("an address elsewhere is told as such: %#", (store, uri, elsewhere) => {
  expect(placeOfUri(uri, store)).toEqual({ elsewhere });
});

test.each([
  [prefixed, "minio://mlpipeline/v2/artifacts/../../secret"],
  [prefixed, "minio://mlpipeline/v2/artifacts/p/../../../secret"],
  [prefixed, "minio://mlpipeline/v2/artifacts/p/./r"],
  [prefixed, "minio://mlpipeline/v2/artifacts//r"],
  [prefixed, "minio://mlpipeline/v2/artifacts/p\\..\\r"],
  [prefixed, "minio://mlpipeline/v2/artifacts/p\u0000/r"],
  [prefixed, "minio://mlpipeline/v2/artifacts/p\nr"],
  [prefixed, ""],
  [prefixed, "report"],
  [prefixed, "../report"],
  [folder, "/data/outputs/../../etc/passwd"],
  [folder, "file://evil.example/data/outputs/r"],
  [folder, "file:///data/outputs/a%2fb"],
  [folder, "file:///data/outputs/a%00b"],
])("a hostile address is refused: %#", (store, uri) => {
  expect(() => placeOfUri(uri, store)).toThrow(expect.objectContaining({ code: "document-invalid" }));
});

/** What becomes of an address, in a word. */
function outcomeOf(uri: string, store: StoreConfig): string {
  try {
    const place = placeOfUri(uri, store);
    if ("elsewhere" in place) return "elsewhere";
    const isSafe = place.path === "" || place.path.split("/").every(isSafeName);
    return isSafe ? "safe" : `unsafe: ${place.path}`;
  } catch (error) {
    return error instanceof FeaturescopeError ? error.code : "unexpected";
  }
}

test("whatever an address is, it leads to a path of safe names, or nowhere", () => {
  const part = fc.oneof(
    fc.constantFrom("..", ".", "", "mlpipeline", "v2", "artifacts", "%2e%2e", "\\", "?", "#", "//", "r"),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  const start = fc.constantFrom(
    "minio://",
    "s3://",
    "s3:///",
    "file://",
    "/",
    "minio://mlpipeline/v2/artifacts/",
  );
  const uri = fc
    .tuple(start, fc.array(part, { maxLength: 6 }))
    .map(([first, parts]) => first + parts.join("/"));
  fc.assert(
    fc.property(uri, fc.constantFrom(prefixed, bucket(""), folder), (address, store) => {
      expect(outcomeOf(address, store)).toMatch(/^(safe|elsewhere|document-invalid)$/);
    }),
    { numRuns: 2000 },
  );
});
