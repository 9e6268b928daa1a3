import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Variant } from "../../src/files/representation.js";
import { acceptedVariant } from "../../src/http/accepted-variant.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const variants = (["br", "gzip", "identity"] as const).map((encoding): Variant => ({
  encoding,
  body: Buffer.from(encoding),
  text: encoding,
  etag: `"${encoding}"`,
}));

test.each([
  ["", "identity"],
  ["gzip", "gzip"],
  ["gzip, br", "br"],
  ["br;q=0.1, gzip;q=0.9", "br"],
  ["br; q=0, gzip", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["gzip;q=0, *;q=0.1", "br"],
  ["identity;q=0, gzip;q=0, br;q=0", "identity"],
  ["GZIP", "gzip"],
  ["gzip;q=x", "identity"],
])("%j is answered with %s", (header, encoding) => {
  expect(acceptedVariant(variants, header).encoding).toBe(encoding);
});

test("whatever the header, one of the variants is chosen, and the same each time", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from("brgzip*;=q01.,  \u0000é")) }), (header) => {
      const chosen = acceptedVariant(variants, header);
      expect(variants).toContain(chosen);
      expect(acceptedVariant(variants, header)).toBe(chosen);
    }),
  );
});

async function startedWithReport() {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", features: [{ name: "age" }] });
  return startGateway(folder);
}

test.each(["identity;q=0", "*;q=0", "br;q=0, gzip;q=0, *;q=0"])(
  "who takes no encoding at all gets answers made for it as they are: Accept-Encoding: %s",
  async (header) => {
    const { ask } = await startedWithReport();
    const plain = await ask("/api/v1/pipelines/credit/features?limit=1");
    expect(plain.body.length).toBeGreaterThan(1024);

    const answer = await ask("/api/v1/pipelines/credit/features?limit=1", {
      headers: { "Accept-Encoding": header },
    });

    expect([answer.status, answer.headers["content-encoding"]]).toEqual([200, undefined]);
    expect(answer.body).toEqual(plain.body);
    expect((await ask("/metrics", { headers: { "Accept-Encoding": header } })).status).toBe(200);
  },
);
