import { decodeStatistics } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { loadDocument } from "../../src/controllers/load-document.js";
import { LoadError } from "../../src/controllers/load-error.js";
import { panelDocuments } from "../feature-panel/documents.js";
import { json, problem, serve } from "../feature-panel/gateway.js";

const address = new URL("https://gateway/features/age/statistics.json");
const { statistics } = panelDocuments();

function load(answer: () => Response, signal = new AbortController().signal) {
  serve({ "/features/age/statistics.json": answer });
  return loadDocument(address, decodeStatistics, signal);
}

async function errorOf(answer: () => Response): Promise<LoadError> {
  const error: unknown = await load(answer).catch((failure: unknown) => failure);
  if (!(error instanceof LoadError)) throw new Error(`Expected a LoadError, found ${String(error)}`);
  return error;
}

test("gives the decoded document and the folder of its run", async () => {
  const location = "../../runs/r1/features/age/statistics.json";
  const loaded = await load(json({ ...statistics, unknownField: 1 }, { "content-location": location }));
  expect(loaded.document).toMatchObject({ run: statistics.run, drift: statistics.drift });
  expect(loaded.document).not.toHaveProperty("unknownField");
  expect(loaded.folder.href).toBe("https://gateway/runs/r1/features/age/");
});

test.each([
  ["a problem document", problem("unknown-feature", 404, "found age"), "unknown-feature", 404, "found age"],
  [
    "a bare 404",
    () => new Response("<h1>no</h1>", { status: 404, statusText: "Not Found" }),
    "not-found",
    404,
    "404",
  ],
  ["a bare 502", () => new Response("", { status: 502 }), "unexpected", 502, "502"],
  ["no JSON", () => new Response("<html>"), "document-invalid", null, "JSON"],
  ["no report", json({ hello: 1 }), "document-invalid", null, "schemaVersion"],
  ["a newer report", json({ schemaVersion: 999 }), "schema-too-new", null, "999"],
])("tells why there is no document: %s", async (_, answer, code, status, message) => {
  const error = await errorOf(answer);
  expect(error).toMatchObject({ code, status, address: address.href });
  expect(error.message).toContain(message);
});

test("tells that nothing answered", async () => {
  const error = await errorOf(() => {
    throw new TypeError("Failed to fetch");
  });
  expect(error).toMatchObject({ code: "unreachable", status: null });
});

test("an aborted request ends with the signal's reason, whatever came", async () => {
  const controller = new AbortController();
  const loading = load(() => {
    controller.abort(new Error("another feature"));
    return json(statistics)();
  }, controller.signal);
  await expect(loading).resolves.toMatchObject({ document: statistics });
  await expect(load(() => new Response("", { status: 500 }), controller.signal)).rejects.toThrow(
    "another feature",
  );
});
