import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import type { Answered } from "./start-gateway.js";

interface Described {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }> }>
  >;
}

const text = readFileSync(new URL("../../openapi.json", import.meta.url), "utf8");
const document = JSON.parse(text) as Described;
const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
ajv.addSchema(JSON.parse(text) as object, "openapi.json");

const paths = Object.keys(document.paths)
  // An address that names a file comes before one that has a place for any.
  .toSorted((a, b) => a.split("{").length - b.split("{").length)
  .map((path) => ({
    path,
    pattern: new RegExp(
      `^${path
        .replace(/[.]/g, "\\.")
        .replace("{path}", ".+")
        .replace(/\{\w+\}/g, "[^/]+")}$`,
    ),
  }));

/** The described address that a path is one of; undefined where it is none. */
export function describedPath(path: string): string | undefined {
  const [address = ""] = path.split("?");
  return paths.find(({ pattern }) => pattern.test(address))?.path;
}

/** Sees that an answer is one that the gateway's own description promises. */
export function checkAnswer(method: string, path: string, { status, headers, body }: Answered): void {
  const described = describedPath(path);
  const operation =
    described === undefined
      ? undefined
      : document.paths[described]?.[method === "HEAD" ? "get" : method.toLowerCase()];
  const type = (headers["content-type"] ?? "").split(";")[0]!;
  if (type === "application/problem+json" && method !== "HEAD") {
    checkSchema("#/components/schemas/Problem", JSON.parse(String(body)), `${method} ${path}`);
  }
  // What no operation is described for is refused in the same way everywhere; 431 and the like are of Node.
  if (operation === undefined || status === 431) return;
  const answer = operation.responses[String(status)];
  expect([`${method} ${path} answers what is described`, answer === undefined ? status : null]).toEqual([
    `${method} ${path} answers what is described`,
    null,
  ]);
  const schema = answer?.content?.[type]?.schema;
  if (
    status === 200 &&
    method === "GET" &&
    schema?.$ref !== undefined &&
    headers["content-encoding"] === undefined
  ) {
    checkSchema(schema.$ref, JSON.parse(String(body)), `${method} ${path}`);
  }
}

function checkSchema(reference: string, value: unknown, what: string): void {
  const validate = ajv.getSchema(`openapi.json${reference}`);
  expect(validate).toBeDefined();
  void validate?.(value);
  expect([what, validate?.errors ?? null]).toEqual([what, null]);
}
