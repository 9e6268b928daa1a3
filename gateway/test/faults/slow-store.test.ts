import { expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { S3_OPTIONS } from "../store/start-s3-store.js";
import { eventually } from "../support/eventually.js";
import { startFakeS3 } from "../support/fake-s3.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";

const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";

const run = (n: number) =>
  publishedObjects({ run: `r${n}`, ...day(n), features: [{ name: "age", mean: n }] }, Date.UTC(2026, 10, n));

test("a store that always takes three seconds is read: who waits is refused in time, and finds it when coming back", async () => {
  const fake = await startFakeS3(run(1));
  fake.latencyMs = 3000;
  const store = s3Store({ ...S3_OPTIONS, endpoint: fake.endpoint });
  const { ask, refresh } = await startGateway(temporaryFolder(), { store });
  expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "reachable" });
  const mean = async (): Promise<unknown> => (await ask(statistics)).json()["mean"];

  const asked = performance.now();
  const { status, headers } = await ask(statistics);
  expect([status, headers["retry-after"]]).toEqual([503, "2"]);
  // A promise of the interface, not a measurement: whoever waits longer may give up.
  expect(performance.now() - asked).toBeLessThan(2000);
  await eventually(async () => expect(await mean()).toBe(1));
  for (const [path, body] of run(2)) fake.objects.set(path, body);
  await refresh();
  // The copy at hand until there is the newer one, read once.
  expect(await mean()).toBe(1);
  await eventually(async () => expect(await mean()).toBe(2));
  expect(fake.calls).toBe(8);
});

test("a page of more older runs than stay open comes from a slow store, too, to who comes back for it", async () => {
  const all = Array.from({ length: 600 }, (_, n) => {
    const createdAt = new Date(Date.UTC(2026, 0, 1, n)).toISOString();
    return [...publishedObjects({ run: `r${n}`, createdAt }, Date.UTC(2026, 0, 2, n))];
  });
  const fake = await startFakeS3(new Map(all.flat()));
  const store = s3Store({ ...S3_OPTIONS, endpoint: fake.endpoint });
  const { ask } = await startGateway(temporaryFolder(), { store });
  const calls = fake.calls;
  fake.latencyMs = 1600;
  const page = () => ask("/api/v1/pipelines/credit/runs?limit=600");

  expect((await page()).status).toBe(503);
  await eventually(async () => expect((await page()).json()["runs"]).toHaveLength(600));

  // Each once: its entry and its manifest.
  expect(fake.calls - calls).toBe(2 * 100);
}, 60_000);
