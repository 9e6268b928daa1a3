import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Access } from "../../src/access/access.js";
import { OPERATIONS } from "../../src/openapi/operations.js";
import { ALL_ROUTES, createRouter } from "../../src/routes/create-router.js";
import type { Dependencies } from "../../src/routes/dependencies.js";
import { describedPath } from "../support/check-answer.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

/** An address that a route matches. */
const sample = (path: string) => path.replace("{*path}", "x.js").replace(/:\w+/g, "x");

test("every address is described, and every described one is answered", () => {
  const router = createRouter({ access: new Access([]), signing: {} } as unknown as Dependencies, ALL_ROUTES);
  const routed = router.stack.flatMap(({ methods, path }) =>
    methods.filter((method) => method !== "HEAD").map((method) => [method, String(path)] as const),
  );

  for (const [method, path] of routed) {
    // A route for any file stands for those that are named.
    const isAny = path.endsWith("/:file");
    const address = isAny ? sample(path).replace(/x$/, "chart.png") : sample(path);
    const described = describedPath(address);
    expect([
      path,
      described !== undefined &&
        OPERATIONS.some((each) => each.path === described && each.method === method.toLowerCase()),
    ]).toEqual([path, true]);
  }
  for (const { method, path } of OPERATIONS) {
    const address = path.replace(/\{\w+\}/g, "x");
    const matched = router.match(path === "/page/{file}" ? "/page/board.css" : address, method.toUpperCase());
    expect([path, matched.route]).toEqual([path, true]);
  }
});

test("it is served, also as a page, to everyone", async () => {
  const token = { name: "t", sha256: "0".repeat(64), pipelines: null };
  const { ask } = await startGateway(temporaryFolder(), { accessTokens: [token] });

  const document = await ask("/openapi.json");
  const page = await ask("/docs");

  expect(document.json()["openapi"]).toBe("3.1.0");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'; style-src 'self'");
  for (const { path } of OPERATIONS) expect(page.text).toContain(`<code>${path}</code>`);
  expect((await ask("/page/docs.css")).status).toBe(200);
});

test("whatever is sent to what is described, the answer is one that is described, and never a 5xx", async () => {
  const store = temporaryFolder();
  await publish(store, { run: "a", features: [{ name: "age" }, { name: "年龄" }] });
  const { ask } = await startGateway(store, { signingKeys: ["a-key-for-signing-tests"] });
  const word = fc.oneof(
    fc.constantFrom(
      "credit",
      "age",
      "a",
      "年龄",
      "0",
      "-1",
      "shifted",
      "1e9",
      "null",
      "true",
      "..",
      "~",
      "%",
      "\u0000",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  );
  const value = word.map(encodeURIComponent).filter((text) => text !== "");
  const asked = fc
    .constantFrom(...OPERATIONS.filter(({ path }) => path !== "/api/v1/events"))
    .chain(({ method, path, query }) =>
      fc.record({
        method: fc.constantFrom(method.toUpperCase(), method.toUpperCase(), "HEAD", "OPTIONS", "PUT"),
        path: fc.constant(path),
        parts: fc.array(value, { minLength: 6, maxLength: 6 }),
        query: fc.array(fc.tuple(fc.constantFrom("x", ...query.map(({ name }) => name)), value), {
          maxLength: 3,
        }),
        headers: fc.dictionary(
          fc.constantFrom(
            "Accept-Encoding",
            "If-None-Match",
            "Origin",
            "Accept-Language",
            "Range",
            "Authorization",
            "Accept",
          ),
          fc.string({ unit: fc.constantFrom(...Array.from('abr,;q=01*"/ -W')), maxLength: 30 }),
          { noNullPrototype: true },
        ),
      }),
    );
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, path, parts, query, headers }) => {
      let at = 0;
      const address = path.replace(/\{\w+\}/g, () => parts[at++]!);
      const search = query.map(([name, text]) => `${name}=${text}`).join("&");
      const { status } = await ask(search === "" ? address : `${address}?${search}`, { method, headers });
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 600 },
  );
});
