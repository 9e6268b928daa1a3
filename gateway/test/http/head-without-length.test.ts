import { expect, test } from "vitest";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

test.each([
  "/",
  "/?pipeline=credit",
  "/api/v1/pipelines/credit/features?limit=1",
  "/api/v1/features/age/stats",
  "/livez",
])("what HEAD tells to who takes gzip is what GET tells: %s", async (path) => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  const headers = { "Accept-Encoding": "gzip" };
  await ask(path, { headers });
  const { date: _got, ...got } = (await ask(path, { headers })).headers;
  const { date: _asked, ...asked } = (await ask(path, { method: "HEAD", headers })).headers;

  expect(got).toMatchObject(asked);
  expect(asked).toMatchObject({ "content-type": got["content-type"], vary: got.vary });
});
