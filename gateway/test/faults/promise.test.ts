import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { s3Store } from "../../src/store/s3-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { type Fault, startFakeS3 } from "../support/fake-s3.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { publish, temporaryFolder } from "../support/write-report.js";

const day = (n: number) => ({ createdAt: new Date(Date.UTC(2026, 10, n)).toISOString() });
const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";

test("whatever happens to the store's files, a feature that was served once is never answered with a 5xx", async () => {
  const action = fc.constantFrom("publish", "delete", "truncate", "down", "up", "refresh", "ask");
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), async (actions) => {
      const folder = await temporaryFolder();
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

/** What a store may do with a call, beside answering it. */
const FAULTS: Record<string, Fault> = {
  refuses: (_request, response) => {
    response.writeHead(503, { "Retry-After": "0" }).end("<Error><Code>SlowDown</Code></Error>");
    return true;
  },
  resets: (request) => {
    request.socket.resetAndDestroy();
    return true;
  },
  hangs: () => true,
  truncates: (_request, response) => {
    response.writeHead(200, { "Content-Length": 5000 });
    response.write("{", () => response.destroy());
    return true;
  },
  corrupts: (request, response) => {
    const isList = request.url?.includes("list-type") === true;
    response.end(isList ? "<html></html>" : '{"schemaVersion":1,"mean":666}');
    return true;
  },
  empties: (request, response) => {
    const isList = request.url?.includes("list-type") === true;
    response.end(isList ? "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>" : "");
    return true;
  },
  forgets: (request, response) => {
    // One that also denies the entries of its log says what it would say if the runs had been deleted.
    if (request.url?.includes("_log") === true) return false;
    response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    return true;
  },
};

test("whatever a store over the network does, what was served once is never answered with a 5xx, a part or a mixture", async () => {
  const names = Object.keys(FAULTS);
  const step = fc.record({
    what: fc.constantFrom("publish", "refresh", "ask", "ask"),
    faults: fc.array(fc.constantFrom("none", "none", ...names), { minLength: 1, maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const fake = await startFakeS3();
      const publishRun = (n: number) => {
        const plan = { run: `r${n}`, ...day(1 + n), features: [{ name: "age", mean: n }] };
        for (const [path, body] of publishedObjects(plan, Date.UTC(2026, 10, 1 + n)))
          fake.objects.set(path, body);
      };
      publishRun(0);
      const location = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };
      const store = s3Store({ ...location, endpoint: fake.endpoint, idleMs: 250, deadlineMs: 600 });
      const { ask, refresh, served } = await startGateway(await temporaryFolder(), { store });
      // On a busy machine even a good store may take longer than is waited for here.
      await vi.waitFor(async () => expect((await ask(statistics)).status).toBe(200), { timeout: 20_000 });
      const answers = [await ask(statistics)];
      let runs = 1;
      for (const { what, faults } of steps) {
        const schedule = [...faults];
        fake.fault = (request, response, calls) =>
          FAULTS[schedule[calls % schedule.length]!]?.(request, response, calls) ?? false;
        if (what === "publish") publishRun(runs++);
        else if (what === "refresh") await refresh();
        else answers.push(await ask(statistics));
      }
      fake.fault = null;
      await served.stop();
      for (const { status, headers, json } of answers) {
        expect(status).toBe(200);
        expect(`r${String(json()["mean"])}`).toBe(
          /runs\/(r\d+)\//.exec(headers["content-location"] ?? "")?.[1],
        );
      }
    }),
    { numRuns: 40 },
  );
});
