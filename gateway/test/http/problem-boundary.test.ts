import { expect, test } from "vitest";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/write-report.js";

test.each([
  ["3f2b8c1e-ingress.42:7", true],
  ["x".repeat(65), false],
  ["a b", false],
  ['"}', false],
])("a problem has the id that a proxy gave to the request, where it is one: %s", async (id, isTaken) => {
  const { ask } = await startGateway(await temporaryFolder());

  const problem = await ask("/nothing", { headers: { "X-Request-Id": id } });
  const { instance } = problem.json();

  expect(instance === id).toBe(isTaken);
  expect(problem.headers["x-request-id"]).toBe(instance);
  expect(instance).toMatch(/^[\w.:-]{1,64}$/);
});
