import {
  FeaturescopeError,
  type ManifestFile,
  PICTURE_FILES,
  decodeDistribution,
  decodeStatistics,
} from "@featurescope/analyzer/artifact";
import { parseJson } from "../catalog/parse-json.js";
import { sha256 } from "../sha256.js";
import { tooLarge } from "../store/too-large.js";

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MEBIBYTE = 1024 * 1024;

/** What is known of a file by its name: never what the store says of it. */
interface FileRule {
  maxBytes: number;
  /** Throws where the content is not what the name says. */
  check(body: Buffer, path: string): void;
}

const RULES: Record<string, FileRule> = {
  "manifest.json": { maxBytes: 64 * MEBIBYTE, check: parseJson },
  "statistics.json": {
    maxBytes: MEBIBYTE,
    check: (body, path) => void decodeStatistics(parseJson(body, path)),
  },
  "distribution.json": {
    maxBytes: 5 * MEBIBYTE,
    check: (body, path) => void decodeDistribution(parseJson(body, path)),
  },
  "chart.vl.json": { maxBytes: 5 * MEBIBYTE, check: parseJson },
  ...Object.fromEntries(PICTURE_FILES.map((name) => [name, { maxBytes: 10 * MEBIBYTE, check: checkPng }])),
};

/** A file with another name is none of a report's: a run lists no other. */
function ruleOf(path: string): FileRule {
  const rule = RULES[path.slice(path.lastIndexOf("/") + 1)];
  if (rule === undefined) throw new FeaturescopeError("unknown-file", `${path} is not a file of a report`);
  return rule;
}

/** A few bytes can say that they are a picture of any size, which whoever shows it would make room for. */
const MAX_PIXELS = 64_000_000;

function checkPng(body: Buffer, path: string): void {
  const isPng =
    body.length > 33 &&
    body.subarray(0, 8).equals(PNG_SIGNATURE) &&
    body.toString("latin1", 12, 16) === "IHDR" &&
    body.readUInt32BE(16) * body.readUInt32BE(20) <= MAX_PIXELS;
  if (!isPng)
    throw new FeaturescopeError("document-invalid", `${path}: expected a PNG, found something else`);
}

/**
 * How many bytes may be read of a file: as many as the manifest says, if its kind may be that large.
 * @throws FeaturescopeError `document-invalid`
 */
export function allowedBytes({ path, bytes }: ManifestFile): number {
  const { maxBytes } = ruleOf(path);
  if (bytes <= maxBytes) return bytes;
  throw tooLarge(path, maxBytes, bytes);
}

/**
 * Makes sure that a body is what the manifest lists and what its name says.
 * @throws FeaturescopeError `document-invalid`, `schema-too-new`
 */
export function checkFile(body: Buffer, { path, bytes, ...listed }: ManifestFile): void {
  if (body.length !== bytes) {
    throw new FeaturescopeError("document-invalid", `${path}: expected ${bytes} bytes, found ${body.length}`);
  }
  const found = sha256(body);
  if (found !== listed.sha256) {
    throw new FeaturescopeError(
      "document-invalid",
      `${path}: expected the SHA-256 ${listed.sha256}, found ${found}`,
    );
  }
  ruleOf(path).check(body, path);
}
