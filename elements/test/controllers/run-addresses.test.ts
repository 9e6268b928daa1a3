import { expect, test } from "vitest";
import { historyOf } from "../../src/controllers/addresses.js";
import { gatewayOf, inRun, isOfOneRun } from "../../src/controllers/run-addresses.js";

/** Paths that a proxy puts in front of a gateway; each has something of the gateway's own addresses in it. */
const IN_FRONT = ["", "/ml", "/ml/features", "/runs/7/features", "/pipelines/ml/runs", "/api/v1/monitoring"];

for (const path of IN_FRONT) {
  const root = `https://bank.example${path}/api/v1/`;
  const newest = `${root}pipelines/credit/features/features/?a=1`;
  const older = `${root}pipelines/credit/runs/r1/features/features/?a=1`;

  test(`the gateway behind ${path || "/"} is found`, () => {
    expect(gatewayOf(newest, "https://console.example/")?.href).toBe(root);
  });

  test(`a feature behind ${path || "/"} is found in another run`, () => {
    const wanted = `${root}pipelines/credit/runs/r2/features/features/?a=1`;
    expect(inRun(new URL(newest), "r2").href).toBe(wanted);
    expect(inRun(new URL(older), "r2").href).toBe(wanted);
  });

  test(`only a run's address behind ${path || "/"} is taken for one`, () => {
    expect([newest, older].map(isOfOneRun)).toEqual([false, true]);
  });

  test(`the history of a feature behind ${path || "/"} is that of all its runs`, () => {
    const history = `${root}pipelines/credit/features/features/history?a=1`;
    expect(historyOf(new URL(newest))?.href).toBe(history);
    expect(historyOf(new URL(older))?.href).toBe(history);
  });
}

test("a report on a file server has no gateway", () => {
  expect(gatewayOf("https://files.example/report/features/age/", "https://console.example/")).toBeNull();
});
