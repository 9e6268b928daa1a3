import { type S3Options, s3Store } from "../../src/store/s3-store.js";
import { startFakeS3 } from "../support/fake-s3.js";

/** Of a store at the root of the fake's bucket. */
export const S3_OPTIONS = {
  bucket: "reports",
  prefix: "",
  region: "us-east-1",
  accessKey: "key",
  secretKey: "secret-secret",
};

/** A fake of S3 with one file, and an impatient store that reads from it. */
export async function startS3Store(more: Partial<S3Options> = {}) {
  const fake = await startFakeS3(new Map([["file", Buffer.from("text")]]));
  const statuses: (number | null)[] = [];
  const store = s3Store({
    ...S3_OPTIONS,
    endpoint: fake.endpoint,
    idleMs: 300,
    deadlineMs: 700,
    onCall: ({ status }) => statuses.push(status),
    ...more,
  });
  const get = () => store.get("file", { maxBytes: 100 });
  return { fake, store, get, statuses };
}
