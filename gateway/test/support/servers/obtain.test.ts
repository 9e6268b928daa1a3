import { afterEach, expect, test, vi } from "vitest";
import { obtain } from "./obtain.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const absent = () => Promise.reject(new Error("no such program"));

test("a server that cannot be had is said once, and left out", async () => {
  vi.stubEnv("CI", "");
  const said = vi.spyOn(console, "info").mockImplementation(() => undefined);

  expect(await obtain("A server", absent)).toBeNull();
  expect(said.mock.calls).toEqual([
    ["A server is not here, so the tests against it are left out: Error: no such program"],
  ]);
});

test("in CI it is a failure", async () => {
  vi.stubEnv("CI", "true");

  await expect(obtain("A server", absent)).rejects.toThrow("CI must not pass without it");
});
