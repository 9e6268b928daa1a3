import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { reportFiles } from "../support/report-files.js";
import { ask } from "../support/start-gateway.js";
import { listening, startProgram } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const token = "a-token-of-sixteen-characters";
const CLIENTS = 24;
const features = Array.from({ length: 200 }, (_, i) => ({ name: `f${i}` }));
const plan = { run: "a", features };
const base = "/api/v1/pipelines/credit";
const picture = Buffer.concat([reportFiles(plan).get("features/f0/chart.png")!, Buffer.alloc(9_000_000)]);

/** Requests of every kind: from memory, made for the request, read from the store, hints. */
const asked = fc.oneof(
  fc.constantFrom(`${base}/features`, `${base}/features/f1/statistics.json`, "/api/v1/pipelines", "/"),
  fc.constantFrom(
    `${base}/features?verdict=stable`,
    `${base}/runs`,
    "/openapi.json",
    `/hooks/refresh/${token}`,
  ),
  fc.integer({ min: 1, max: 199 }).map((n) => `${base}/runs/a/features/f${n}/distribution.json`),
);

interface Answer {
  status: number;
  /** Whether its whole body came. */
  isWhole: boolean;
  /** Whether the server closes the connection after it. */
  isLast: boolean;
}

async function send(agent: Agent, address: string, path: string): Promise<Answer> {
  const method = path.startsWith("/hooks") ? "POST" : "GET";
  const headers = { "Accept-Encoding": "gzip", ...(method === "POST" && { "Content-Length": 0 }) };
  const [answer] = (await once(
    request(new URL(path, address), { agent, method, headers }).end(),
    "response",
  )) as [IncomingMessage];
  await answer.toArray();
  return {
    status: answer.statusCode ?? 0,
    isWhole: answer.complete,
    isLast: answer.headers.connection === "close",
  };
}

test("SIGTERM under load: no request fails, whatever it is for, and the program ends by itself", async () => {
  const folder = temporaryFolder();
  await publish(folder, plan, { "features/f0/chart.png": picture });
  const program = startProgram({
    STORE: folder,
    HOST: "0.0.0.0",
    PORT: "0",
    ALLOW_ANONYMOUS: "true",
    HOOK_TOKENS: token,
  });
  const address = (await listening(program)).replace("0.0.0.0", "127.0.0.1");
  await eventually(async () => expect((await ask(address, "/readyz")).status).toBe(200));
  const paths = fc.sample(asked, { numRuns: 500, seed: 20_261_128 });
  const stream = await listenEvents(address);
  let isSignalled = false;
  const answers: Answer[] = [];
  // Clients as a load balancer is one: a connection that the server closes after an answer is the last one to it.
  const clients = Array.from({ length: CLIENTS }, async (_, n) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    for (let i = n; ; i++) {
      const answer = await send(agent, address, paths[i % paths.length]!);
      answers.push(answer);
      if (answer.isLast) return isSignalled;
    }
  });
  const slow = request(new URL(`${base}/features/f0/chart.png`, address), { agent: false }).end();
  const [reading] = (await once(slow, "response")) as [IncomingMessage];
  await eventually(() => expect(answers.length).toBeGreaterThan(500));

  isSignalled = true;
  program.child.kill("SIGTERM");
  const chunks: Buffer[] = [];
  for await (const chunk of reading) {
    chunks.push(chunk as Buffer);
    await wait(10);
  }

  expect(await Promise.all(clients)).toEqual(Array.from({ length: CLIENTS }, () => true));
  expect(answers.filter(({ status, isWhole }) => !isWhole || (status !== 200 && status !== 202))).toEqual([]);
  expect(Buffer.concat(chunks).equals(picture)).toBe(true);
  await stream.ended;
  expect(stream.answer.complete).toBe(true);
  expect(await program.ended).toBe(0);
  expect(program.error()).toBe("");
}, 90_000);
