import { expect, test } from "vitest";
import { bucketError } from "../../src/publish/bucket-error.js";

const location = {
  endpoint: new URL("https://minio.bank.example"),
  region: "us-east-1",
  bucket: "mlpipeline",
  prefix: "",
  accessKey: null,
  secretKey: null,
};

test.each([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
])("a certificate of a company's own authority is told for what it is: %s", (code) => {
  const cause = Object.assign(new Error("no"), { code });

  const { message, code: own } = bucketError(location, cause);

  expect([own, message]).toEqual([
    "store-unreachable",
    `expected a certificate of https://minio.bank.example that this machine trusts, found: ${code}; name the file of its authority's certificate in NODE_EXTRA_CA_CERTS`,
  ]);
});
