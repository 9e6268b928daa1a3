import { ERRORS, type ErrorCode } from "@featurescope/analyzer/artifact";
import { OPERATIONS, type Operation } from "./operations.js";

/** A JSON Schema, or a part of an OpenAPI document. */
export type Json = { [name: string]: unknown };

/** Problems that any operation may have. */
const ANYWHERE: readonly ErrorCode[] = ["unexpected", "unknown-host"];

/** What the parts of addresses are. */
const PARTS: Record<string, string> = {
  pipeline: "Key or name of a pipeline",
  feature: "Key or name of a feature, percent-encoded",
  run: "Id of a run",
  code: "Code of a problem",
  expires: "When the address expires, in seconds since 1970",
  signature: "Signature of the rest of the address but the picture",
  picture: "`chart.png`, `chart-dark.png` or `card.png`",
  secret: "One of HOOK_TOKENS",
  path: "Path in the bundle",
  file: "Name of a file",
};

const PROBLEM: Json = {
  type: "object",
  description: "A problem document of RFC 9457",
  properties: {
    type: {
      type: "string",
      description: "`/problems/<code>`",
      enum: Object.keys(ERRORS).map((code) => `/problems/${code}`),
    },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: {
      type: "string",
      description: "Id of the request: its `X-Request-Id`, else a new one. Of a failure it is in the log",
    },
    pipelines: {
      type: "array",
      description: "With ambiguous-feature: what could be meant",
      items: {
        type: "object",
        properties: { pipeline: { type: "string" }, key: { type: "string" } },
        required: ["pipeline", "key"],
      },
    },
  },
  required: ["type", "title", "status", "detail", "instance"],
};

const SIGNED_ADDRESS: Json = {
  type: "object",
  properties: {
    address: { type: "string", description: "Of chart.png" },
    card: { type: ["string", "null"], description: "Of card.png; null where the run has none" },
    expires: { type: "string", format: "date-time" },
  },
  required: ["address", "card", "expires"],
};

/** References of the report's schema, as they are in the components of this one. */
function relocated(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(relocated);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === "$ref" && typeof value === "string"
        ? value.replace("#/definitions/", "#/components/schemas/")
        : relocated(value),
    ]),
  );
}

/** Answers by status: problems of one status share an answer. */
function problemAnswers({ problems, isOpen }: Operation): Json {
  const codes = new Set<ErrorCode>([
    ...ANYWHERE,
    ...problems,
    ...(isOpen ? [] : (["unauthorized", "issuer-unreachable"] as const)),
  ]);
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const status = ERRORS[code].status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, same]) => [
        String(status),
        {
          description: same.map((code) => `\`${code}\`: ${ERRORS[code].meaning}`).join("; "),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      ]),
  );
}

function describeOperation(operation: Operation): Json {
  const { answer, hasTag, isOpen, method, path, query, summary } = operation;
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: PARTS[name],
    schema: { type: "string" },
  }));
  const schema = answer.schema === null ? {} : { $ref: `#/components/schemas/${answer.schema}` };
  return {
    summary,
    operationId: `${method}${path.replace(/(?<=\})\/$/, "/folder").replace(/\W+(\w)?/g, (_, letter?: string) => letter?.toUpperCase() ?? "")}`,
    parameters: [...parts, ...query.map((parameter) => ({ ...parameter, in: "query" }))],
    responses: {
      [method === "post" ? "202" : "200"]: {
        description: answer.description,
        content: { [answer.type]: { schema } },
      },
      ...(hasTag ? { "304": { description: "The client has it already" } } : {}),
      ...problemAnswers(operation),
    },
    ...(isOpen ? { security: [] } : {}),
  };
}

/**
 * The gateway's description as OpenAPI 3.1.
 * @param definitions schemas of the contract's types, by name
 */
export function makeOpenapi(definitions: Json, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    (paths[operation.path] ??= {})[operation.method] = describeOperation(operation);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Featurescope gateway",
      version,
      description:
        "The newest reports of features, and every run's. Newest addresses answer with an ETag and `Content-Location`, run addresses never change. HEAD is answered wherever GET is.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    security: [{ bearer: [] }, {}],
    paths,
    components: {
      schemas: { ...(relocated(definitions) as Json), Problem: PROBLEM, SignedAddress: SIGNED_ADDRESS },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "Where the gateway asks who sends a request" },
      },
    },
  };
}
