import { expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { type Fault, startFakeS3 } from "../support/fake-s3.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** Longer than this machine takes for all else. */
const IDLE_MS = 3000;
const names = Array.from({ length: 300 }, (_, i) => `feature-${i}`);
const address = (name: string) => `/api/v1/pipelines/credit/features/${name}/statistics.json`;

async function started() {
  const plan = { run: "a", features: names.map((name) => ({ name })) };
  const fake = await startFakeS3(publishedObjects(plan, Date.UTC(2026, 10, 1)));
  const location = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };
  const store = s3Store({ ...location, endpoint: fake.endpoint, idleMs: IDLE_MS });
  return { fake, ...(await startGateway(temporaryFolder(), { store })) };
}

const dead: [string, Fault][] = [
  ["hangs", () => true],
  [
    "resets",
    (request) => {
      request.socket.resetAndDestroy();
      return true;
    },
  ],
  [
    "is overloaded",
    (_request, response) => {
      response.writeHead(503, { "Retry-After": "9" }).end();
      return true;
    },
  ],
];

test.each(dead)(
  "however many ask for what is not in memory of a store that %s, each is refused in its time, with when to come back",
  async (_what, fault) => {
    const { ask, fake } = await started();
    expect((await ask(address("feature-0"))).status).toBe(200);
    fake.fault = fault;

    const asked = performance.now();
    const answers = await Promise.all(names.slice(1).map((name) => ask(address(name))));

    const told = answers.map(({ status, headers }) => `${status} ${headers["retry-after"]}`);
    expect(new Set(told)).toEqual(new Set(["503 2"]));
    // Were they to wait for one another's connections, the last would wait three times as long.
    expect(performance.now() - asked).toBeLessThan(2.5 * IDLE_MS);
    // What is told names nothing of the store.
    expect(answers[0]?.text).not.toMatch(/127\.0\.0\.1|reports\/|secret|Error/);
    expect((await ask(address("feature-0"))).status).toBe(200);
  },
);
