import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { type S3Location, s3Store } from "../../src/store/s3-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { eventually } from "../support/eventually.js";
import { startFakeS3 } from "../support/fake-s3.js";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.js";
import { publishedObjects } from "../support/report-files.js";
import { startMinio } from "../support/servers/minio.js";
import { obtain } from "../support/servers/obtain.js";
import { BUCKET, PREFIX, READER, type RealS3 } from "../support/servers/real-s3.js";
import { startSeaweedfs } from "../support/servers/seaweedfs.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";
import { NETWORK_FAULTS } from "./network-faults.js";

const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";

test("whatever happens to the store's files, a feature that was served once is never answered with a 5xx", async () => {
  const action = fc.constantFrom("publish", "delete", "truncate", "down", "up", "refresh", "ask");
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), async (actions) => {
      const folder = temporaryFolder();
      const { store, state } = breakableStore(directoryStore(folder));
      await publish(folder, { run: "r0", ...day(1), features: [{ name: "age", mean: 0 }] });
      const { ask, refresh } = await startGateway(folder, { store });
      let runs = 1;
      const statuses = [(await ask(statistics)).status];
      for (const action of actions) {
        const last = join(folder, `runs/credit/r${runs - 1}/features/age/statistics.json`);
        if (action === "publish") {
          await publish(folder, {
            run: `r${runs}`,
            ...day(1 + runs),
            features: [{ name: "age", mean: runs }],
          });
          runs++;
        } else if (action === "delete") await rm(last, { force: true });
        else if (action === "truncate") await writeFile(last, "{");
        else if (action === "refresh") await refresh();
        else if (action === "ask") statuses.push((await ask(statistics)).status);
        else state.isDown = action === "down";
      }
      const answer = await ask(statistics);
      expect(new Set([...statuses, answer.status])).toEqual(new Set([200]));
      const mean = Number(/runs\/r(\d+)\//.exec(answer.headers["content-location"] ?? "")?.[1]);
      expect(answer.json().mean).toBe(mean);
    }),
    { numRuns: 40 },
  );
});

const location = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };

/** A store that is reached through a proxy. */
interface Reached {
  proxy: FaultProxy;
  location: S3Location;
  put: (objects: ReadonlyMap<string, Buffer>) => Promise<unknown>;
  remove: (path: string) => Promise<unknown>;
}

async function reachFake(): Promise<Reached> {
  const fake = await startFakeS3();
  const proxy = await startFaultProxy(fake.endpoint);
  return {
    proxy,
    location: { ...location, endpoint: proxy.endpoint },
    put: async (objects) => objects.forEach((body, path) => fake.objects.set(path, body)),
    remove: async (path) => fake.objects.delete(path),
  };
}

let folders = 0;

async function reachReal(server: RealS3): Promise<Reached> {
  const proxy = await startFaultProxy(server.endpoint);
  const folder = `promise-${folders++}`;
  const prefix = `${PREFIX}/${folder}`;
  return {
    proxy,
    location: { endpoint: proxy.endpoint, bucket: BUCKET, prefix, region: "us-east-1", ...READER },
    put: (objects) => server.put(folder, objects),
    remove: (path) => server.client.removeObject(BUCKET, `${prefix}/${path}`),
  };
}

const stores: [string, number, () => Promise<Reached>][] = [["a fake of S3", 40, reachFake]];
for (const server of [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)]) {
  if (server === null) continue;
  afterAll(() => server.stop());
  stores.push([server.name, 10, () => reachReal(server)]);
}

const names = Object.keys(NETWORK_FAULTS);
const step = fc.record({
  what: fc.constantFrom("publish", "refresh", "ask", "ask", "spoil", "remove"),
  faults: fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant("none") },
      { weight: 1, arbitrary: fc.constantFrom(...names) },
    ),
    { minLength: 1, maxLength: 4 },
  ),
});
const calm = ["none"];
/** Schedules that a random one would rarely meet: the newest run's file is changed, or comes changed, before it is known. */
const SCHEDULES = [
  [
    { what: "publish", faults: calm },
    { what: "spoil", faults: calm },
    { what: "refresh", faults: calm },
    { what: "ask", faults: calm },
  ],
  [
    { what: "publish", faults: calm },
    { what: "refresh", faults: ["none", "none", "none", "corrupts"] },
    { what: "ask", faults: ["corrupts"] },
    { what: "ask", faults: ["truncates"] },
  ],
];

test.each(stores)(
  "whatever happens between %s and the gateway, what was served once is never answered with a 5xx, a part or a mixture, and nothing is written",
  async (_name, numRuns, reach) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { proxy, location, put, remove } = await reach();
        const publishRun = (n: number) => {
          const plan = { run: `r${n}`, ...day(1 + n), features: [{ name: "age", mean: n }] };
          return put(publishedObjects(plan, Date.UTC(2026, 10, 1 + n)));
        };
        await publishRun(0);
        const store = s3Store({ ...location, idleMs: 250, deadlineMs: 600 });
        const { ask, refresh, served } = await startGateway(temporaryFolder(), { store });
        // On a busy machine even a good store may take longer than is waited for here.
        const first = async () => {
          await refresh();
          expect((await ask(statistics)).status).toBe(200);
        };
        await eventually(first);
        const answers = [await ask(statistics)];
        let runs = 1;
        for (const { what, faults } of steps) {
          proxy.fault = (request, response, calls) =>
            NETWORK_FAULTS[faults[calls % faults.length]!]?.(request, response, calls) ?? false;
          const last = `runs/credit/r${runs - 1}/features/age/statistics.json`;
          if (what === "publish") await publishRun(runs++);
          else if (what === "spoil") await put(new Map([[last, Buffer.from('{"mean":666}')]]));
          else if (what === "remove") await remove(last);
          else if (what === "refresh") await refresh();
          else answers.push(await ask(statistics));
        }
        proxy.fault = null;
        await served.stop();
        for (const { status, headers, json } of answers) {
          expect(status).toBe(200);
          expect(`r${String(json()["mean"])}`).toBe(
            /runs\/(r\d+)\//.exec(headers["content-location"] ?? "")?.[1],
          );
        }
        expect([...proxy.methods].filter((method) => method !== "GET" && method !== "HEAD")).toEqual([]);
      }),
      { numRuns, examples: SCHEDULES.map((steps) => [steps]) },
    );
  },
  180_000,
);
