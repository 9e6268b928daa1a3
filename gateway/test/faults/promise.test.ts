import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
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
