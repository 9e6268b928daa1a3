import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

interface RunPage {
  runs: { run: string; href: string }[];
  nextCursor: string | null;
}

const time = (n: number) => new Date(Date.UTC(2026, 0, 1, n)).toISOString();

test("the folder that lists and events lead to is the run's, as on a file server: its manifest, to which its files are relative", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", features: [{ name: "age" }] });
  const { ask } = await startGateway(folder);
  const { runs } = (await ask("/api/v1/pipelines/credit/runs")).json() as unknown as RunPage;
  const address = `/api/v1/pipelines/credit/${runs[0]!.href}`;

  const answer = await ask(address);

  expect(address).toBe("/api/v1/pipelines/credit/runs/a/");
  expect(answer.body).toEqual((await ask(`${address}manifest.json`)).body);
  expect(answer.headers).toMatchObject({
    "content-location": "manifest.json",
    "cache-control": "public, max-age=31536000, immutable",
  });
  const { features } = answer.json() as unknown as { features: { key: string }[] };
  expect((await ask(`${address}features/${features[0]!.key}/statistics.json`)).status).toBe(200);
  expect((await ask(`${address}/`)).status).toBe(404);
  expect((await ask("/api/v1/pipelines/credit/runs/b/")).json()["type"]).toBe("/problems/unknown-run");
});

test("runs beyond those that are kept in memory are listed and served all the same", async () => {
  const folder = temporaryFolder();
  const total = 520;
  for (let n = 0; n < total; n++) {
    await publish(folder, { run: `r${n}`, createdAt: time(n), features: [{ name: "age", mean: n }] });
  }
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, gateway } = await startGateway(folder, { store });
  expect(gateway.index.pipeline("credit")?.older.size).toBe(20);

  // What is listed is all there is of a page, or it is said that it cannot be told.
  state.failing = /runs\/credit\/r7\//;
  const page = await ask("/api/v1/pipelines/credit/runs?limit=1000");
  expect([page.status, page.json()["type"]]).toEqual([503, "/problems/store-unreachable"]);
  expect((await ask("/api/v1/pipelines/credit/runs?limit=500")).status).toBe(200);
  state.failing = /^$/;

  const listed: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page = (await ask(`/api/v1/pipelines/credit/runs?limit=300${query}`)).json() as unknown as RunPage;
    listed.push(...page.runs.map(({ run }) => run));
    cursor = page.nextCursor;
  }
  const old = "/api/v1/pipelines/credit/runs/r3";

  expect(listed).toEqual(Array.from({ length: total }, (_, i) => `r${total - 1 - i}`));
  expect((await ask(`${old}/features/age/statistics.json`)).json()["mean"]).toBe(3);
  expect((await ask(old)).json()["run"]).toBe("r3");
  expect((await ask("/api/v1/pipelines/credit/runs/r520")).status).toBe(404);
});
