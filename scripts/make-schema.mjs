// Writes analyzer/schema/report-v1.schema.json from the types of the contract; with --check, fails where it differs.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createGenerator } from "ts-json-schema-generator";
import { root } from "./run.mjs";

const target = `${root}analyzer/schema/report-v1.schema.json`;
const documents = [
  "Manifest",
  "StatisticsDocument",
  "DistributionDocument",
  "ProfileDocument",
  "FrozenReference",
  "LogEntry",
  "FeatureList",
  "History",
  "PipelineList",
  "RunList",
  "ReportEvent",
  "WithdrawnEvent",
];

const definitions = {};
for (const type of documents) {
  const schema = createGenerator({
    path: `${root}analyzer/src/artifact/index.ts`,
    tsconfig: `${root}analyzer/tsconfig.portable.json`,
    type,
    additionalProperties: true,
    skipTypeCheck: true,
    topRef: true,
    sortProps: false,
  }).createSchema(type);
  Object.assign(definitions, schema.definitions);
}
const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
const text = `${JSON.stringify(
  {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Featurescope report, schemaVersion 1",
    anyOf: documents.map((type) => ({ $ref: `#/definitions/${type}` })),
    definitions: sorted,
  },
  null,
  1,
)}\n`;

if (process.argv.includes("--check")) {
  if ((await readFile(target, "utf8").catch(() => "")) !== text) {
    console.error(
      "analyzer/schema/report-v1.schema.json is not that of the types: run `node scripts/make-schema.mjs`.",
    );
    process.exit(1);
  }
} else {
  await mkdir(`${root}analyzer/schema`, { recursive: true });
  await writeFile(target, text);
}
