import { expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { type Fault, startFakeS3 } from "../support/fake-s3.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/write-report.js";

const names = Array.from({ length: 300 }, (_, i) => `feature-${i}`);
const address = (name: string) => `/api/v1/pipelines/credit/features/${name}/statistics.json`;

async function started() {
  const plan = { run: "a", features: names.map((name) => ({ name })) };
  const fake = await startFakeS3(publishedObjects(plan, Date.UTC(2026, 10, 1)));
  const location = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };
  const store = s3Store({ ...location, endpoint: fake.endpoint, idleMs: 800 });
  return { fake, ...(await startGateway(await temporaryFolder(), { store })) };
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

    const answers = await Promise.all(
      names.slice(1).map(async (name) => {
        const asked = performance.now();
        const { status, headers, text } = await ask(address(name));
        return { status, retry: headers["retry-after"], text, took: performance.now() - asked };
      }),
    );

    expect(new Set(answers.map(({ status, retry }) => `${status} ${retry}`))).toEqual(new Set(["503 2"]));
    // One after the other on few connections, the last would wait three times as long.
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(2000);
    // What is told names nothing of the store.
    expect(answers[0]?.text).not.toMatch(/127\.0\.0\.1|reports\/|secret|Error/);
    expect((await ask(address("feature-0"))).status).toBe(200);
  },
);
