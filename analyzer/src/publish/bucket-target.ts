import { count, decodeWhole, hash, object, text, type Decoder } from "../artifact/decode/decoder.js";
import { FeaturescopeError, logEntryPath, runPath } from "../artifact/index.js";
import type { Patience } from "../bucket/try-again.js";
import { mapConcurrently } from "../map-concurrently.js";
import { parseJson } from "../report/read/parse-json.js";
import { sha256 } from "../report/sha256.js";
import { toJson } from "../report/write/to-json.js";
import type { BucketLocation } from "./bucket-location.js";
import { Bucket } from "./bucket.js";
import {
  type Publishable,
  type PublishTarget,
  filesOf,
  logEntryOf,
  readListed,
  runExists,
} from "./publishable.js";

/** Objects that are sent at a time. */
const WRITERS = 8;

/** Who was first: whose folder it is, or whose run. */
interface Claim {
  manifestSha256: string;
  /** The run's folder, relative to the store's root. */
  path: string;
  /** When it was claimed, in milliseconds since 1970. */
  claimedAt: number;
}

const decodeClaim: Decoder<Claim> = object<Claim>({ manifestSha256: hash, path: text, claimedAt: count });

/**
 * A bucket of an S3 store. A bucket renames nothing, so two objects that can be created only once decide: the first claims
 * the run's folder, so that files of different content never lie in one; the second, written after the manifest, claims
 * the run id. A publish that was interrupted thus stands in nobody's way: other content under its id goes into a folder of
 * its own, and the first to be whole is the run.
 */
export function bucketTarget(location: BucketLocation, patience: Partial<Patience> = {}): PublishTarget {
  const bucket = new Bucket(location, patience);
  return async (report) => {
    const { pipelineKey, manifest, manifestSha256 } = report;
    const { pipeline, run } = manifest;
    const claims = `_claims/v1/${pipelineKey}/${run}`;
    const runClaim = `${claims}/run.json`;
    const earlier = await bucket.get(runClaim);
    const before = earlier === null ? null : readClaim(bucket, runClaim, earlier);
    if (before !== null && before.manifestSha256 !== manifestSha256) {
      throw runExists(report, bucket.addressOf(before.path));
    }
    const path = before?.path ?? (await claimFolder(bucket, report, `${claims}/folder.json`));
    const isNew = await upload(bucket, report, path);
    const claimed = await claim(bucket, runClaim, { manifestSha256, path, claimedAt: Date.now() });
    if (claimed.manifestSha256 !== manifestSha256) throw runExists(report, bucket.addressOf(claimed.path));
    // Its name follows from the claim, so that a second one is the same object.
    const entry = logEntryPath(claimed.claimedAt, pipelineKey, run);
    if ((await bucket.get(entry)) === null) {
      await bucket.put(entry, Buffer.from(toJson(logEntryOf(report, claimed.path))));
    }
    return { pipeline, run, folder: bucket.addressOf(claimed.path), isNew };
  };
}

async function claimFolder(bucket: Bucket, report: Publishable, name: string): Promise<string> {
  const { manifestSha256, pipelineKey, manifest } = report;
  const path = runPath(pipelineKey, manifest.run);
  const holder = await claim(bucket, name, { manifestSha256, path, claimedAt: Date.now() });
  return holder.manifestSha256 === manifestSha256 ? path : `${path}.${manifestSha256.slice(0, 12)}`;
}

/** @returns false where it is there already */
async function upload(bucket: Bucket, report: Publishable, path: string): Promise<boolean> {
  const manifest = `${path}/manifest.json`;
  const there = await bucket.get(manifest);
  if (there !== null && sha256(there) !== report.manifestSha256) {
    throw runExists(report, bucket.addressOf(path));
  }
  if (there !== null) return false;
  await mapConcurrently(filesOf(report), WRITERS, async (file) => {
    await bucket.put(`${path}/${file.path}`, await readListed(report, file.path, file.sha256));
  });
  await bucket.put(manifest, await readListed(report, "manifest.json", report.manifestSha256));
  return true;
}

/** Claims a name, unless it is claimed already; gives the claim that holds. */
async function claim(bucket: Bucket, name: string, wanted: Claim): Promise<Claim> {
  return readClaim(bucket, name, await bucket.create(name, Buffer.from(toJson(wanted))));
}

function readClaim(bucket: Bucket, name: string, bytes: Buffer): Claim {
  const address = bucket.addressOf(name);
  try {
    return decodeWhole(decodeClaim, parseJson(bytes.toString("utf8"), address));
  } catch (cause) {
    throw new FeaturescopeError(
      "document-invalid",
      `expected a claim at ${address}, found something else; remove it and publish again`,
      { cause },
    );
  }
}
