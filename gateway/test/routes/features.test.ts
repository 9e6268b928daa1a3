import {
  decodeFeatureList,
  decodeHistory,
  decodeStatistics,
  recentRunsOf,
} from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const week = (n: number) => ({
  start: new Date(Date.UTC(2026, 9, 5 + 7 * n)).toISOString(),
  end: new Date(Date.UTC(2026, 9, 12 + 7 * n)).toISOString(),
});

test("the newest run is the one whose window ends last, not the one published last", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "b", window: week(1), features: [{ name: "age", mean: 2 }] });
  await publish(folder, { run: "a", window: week(0), features: [{ name: "age", mean: 1 }] });
  const { ask } = await startGateway(folder);

  const answer = await ask("/api/v1/pipelines/credit/features/age/statistics.json");

  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(answer.headers["cache-control"]).toBe("no-cache");
  expect(answer.headers["content-location"]).toBe("../../runs/b/features/age/statistics.json");
  expect(decodeStatistics(answer.json()).mean).toBe(2);
});

test("a feature that the newest run lacks is served from the newest run that has it", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", window: week(0), features: [{ name: "age" }, { name: "income" }] });
  await publish(folder, { run: "b", window: week(1), features: [{ name: "age" }] });
  const { ask } = await startGateway(folder);

  const income = await ask("/api/v1/pipelines/credit/features/income/chart.png");
  const list = decodeFeatureList((await ask("/api/v1/pipelines/credit/features")).json());

  expect(income.headers["content-location"]).toBe("../../runs/a/features/income/chart.png");
  expect(income.headers["content-type"]).toBe("image/png");
  expect(list.run).toBe("b");
  expect(list.features.map(({ name, run, href }) => [name, run, href])).toEqual([
    ["age", "b", "features/age/"],
    ["income", "a", "features/income/"],
  ]);
});

test("the list has the newest manifest without its files, and up to 30 recent runs, the newest last", async () => {
  const folder = temporaryFolder();
  for (let i = 0; i < 33; i++) {
    await publish(folder, {
      run: `run-${i}`,
      window: week(i),
      features: [{ name: "age", populationStabilityIndex: i / 100, verdict: i > 30 ? "shifted" : "stable" }],
      note: { en: "planted" },
    });
  }
  const { ask } = await startGateway(folder);

  const answer = (await ask("/api/v1/pipelines/credit/features")).json();
  const list = decodeFeatureList(answer);

  expect(answer).not.toHaveProperty("files");
  expect(list.note).toEqual({ en: "planted" });
  expect(list.nextCursor).toBeNull();
  const recent = recentRunsOf(list.recent, list.features[0]!.recent);
  expect(recent.map(({ run }) => run)).toEqual(Array.from({ length: 30 }, (_, i) => `run-${i + 3}`));
  expect(recent.at(-1)).toEqual({
    run: "run-32",
    start: week(32).start,
    end: week(32).end,
    populationStabilityIndex: 0.32,
    verdict: "shifted",
    referenceId: null,
  });
});

test("the list is searched by name and title, filtered by verdict, and read in pages", async () => {
  const folder = temporaryFolder();
  await publish(folder, {
    run: "a",
    features: [
      { name: "age", verdict: "shifted" },
      { name: "loan_amount", title: { "zh-Hans": "贷款金额" } },
      { name: "income", verdict: "shifted" },
    ],
  });
  const { ask } = await startGateway(folder);
  const names = async (query: string) => {
    const list = decodeFeatureList((await ask(`/api/v1/pipelines/credit/features?${query}`)).json());
    return [list.features.map(({ name }) => name), list.nextCursor];
  };

  expect(await names("verdict=shifted")).toEqual([["age", "income"], null]);
  expect(await names("q=LOAN")).toEqual([["loan_amount"], null]);
  expect(await names(`q=${encodeURIComponent("贷款")}`)).toEqual([["loan_amount"], null]);
  expect(await names("limit=2")).toEqual([["age", "loan_amount"], "loan_amount"]);
  expect(await names("limit=2&cursor=loan_amount")).toEqual([["income"], null]);
});

test.each(["verdict=bad", "limit=0", "limit=1e3", "limit=", "cursor=gone", "q=a&q=b"])(
  "a parameter that cannot be followed is refused: ?%s",
  async (query) => {
    const folder = temporaryFolder();
    await publish(folder, { run: "a" });
    const { ask } = await startGateway(folder);

    const answer = await ask(`/api/v1/pipelines/credit/features?${query}`);

    expect([answer.status, answer.json().type]).toEqual([400, "/problems/invalid-parameter"]);
  },
);

test("the history has one row a run, oldest first; of two runs of one window the later counts", async () => {
  const folder = temporaryFolder();
  const run = (run: string, n: number, createdAt: string, mean: number) =>
    publish(folder, { run, window: week(n), createdAt, features: [{ name: "age", mean }] });
  await run("a", 0, "2026-11-01T00:00:00Z", 1);
  await run("b", 1, "2026-11-01T00:00:00Z", 2);
  await run("b-again", 1, "2026-11-02T00:00:00Z", 3);
  const { ask } = await startGateway(folder);
  const address = "/api/v1/pipelines/credit/features/age/history";

  const history = decodeHistory((await ask(address)).json());
  const last = decodeHistory((await ask(`${address}?limit=1`)).json());

  expect(history.rows.map(({ run, mean }) => [run, mean])).toEqual([
    ["a", 1],
    ["b-again", 3],
  ]);
  expect(last.rows.map(({ run }) => run)).toEqual(["b-again"]);
  expect(history).toMatchObject({ pipeline: "credit", feature: "age", key: "age" });
});

test("the first design's addresses answer without naming a pipeline", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", features: [{ name: "user_age", mean: 41 }] });
  const { ask } = await startGateway(folder);

  const stats = await ask("/api/v1/features/user_age/stats");
  const plot = await ask("/api/v1/features/user_age/plot");

  expect(decodeStatistics(stats.json()).mean).toBe(41);
  expect(stats.headers["content-location"]).toBe(
    "../../pipelines/credit/runs/a/features/user_age/statistics.json",
  );
  expect(plot.headers["content-type"]).toBe("image/png");
  expect(plot.body.subarray(1, 4).toString()).toBe("PNG");
});

test("a feature of several pipelines is ambiguous unless there is a default one", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", pipeline: "credit", features: [{ name: "age", mean: 1 }] });
  await publish(folder, {
    run: "a",
    pipeline: "信用 2",
    features: [{ name: "age", mean: 2 }, { name: "own" }],
  });
  const plain = await startGateway(folder);
  const preferring = await startGateway(folder, { defaultPipeline: "信用 2" });

  const ambiguous = await plain.ask("/api/v1/features/age/stats");
  const preferred = await preferring.ask("/api/v1/features/age/stats");
  const only = await plain.ask("/api/v1/features/own/stats");

  expect(ambiguous.status).toBe(409);
  expect(ambiguous.json()).toMatchObject({
    type: "/problems/ambiguous-feature",
    pipelines: [{ pipeline: "credit" }, { pipeline: "信用 2" }],
  });
  expect(preferred.json().mean).toBe(2);
  expect(only.status).toBe(200);
  expect((await plain.ask("/api/v1/features")).status).toBe(409);
  expect(decodeFeatureList((await preferring.ask("/api/v1/features")).json()).pipeline).toBe("信用 2");
});

test.each(["年龄", "a b", "a/b", "a.b", "..", "x\u0000y", "😀", "a%2fb", "__proto__", "constructor"])(
  "a feature called %j is found by its encoded name and by its key",
  async (name) => {
    const folder = temporaryFolder();
    await publish(folder, { run: "a", features: [{ name: "other" }, { name, mean: 7 }] });
    const { ask } = await startGateway(folder);
    const list = decodeFeatureList((await ask("/api/v1/pipelines/credit/features")).json());
    const href = list.features[1]?.href ?? "";

    const byName = await ask(`/api/v1/pipelines/credit/features/${encodeURIComponent(name)}/statistics.json`);
    const byKey = await ask(`/api/v1/pipelines/credit/${href}statistics.json`);

    expect(byKey.json()).toMatchObject({ feature: name, mean: 7 });
    expect(byName.status).toBe(200);
    expect(byName.body).toEqual(byKey.body);
  },
);

test("features, runs, files and pipelines that are not there are told apart", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  const type = async (path: string) => {
    const { status, json } = await ask(`/api/v1/pipelines/${path}`);
    return [status, json().type];
  };

  expect(await type("other/features")).toEqual([404, "/problems/unknown-pipeline"]);
  expect(await type("credit/features/other/statistics.json")).toEqual([404, "/problems/unknown-feature"]);
  expect(await type("credit/features/age/manifest.json")).toEqual([404, "/problems/unknown-file"]);
  expect(await type("credit/features/age/stats")).toEqual([404, "/problems/unknown-file"]);
  expect(await type("credit/runs/b")).toEqual([404, "/problems/unknown-run"]);
  expect(await type("credit/runs/a/features/other/chart.png")).toEqual([404, "/problems/unknown-feature"]);
  expect(await type("credit/nothing")).toEqual([404, "/problems/unknown-address"]);
});

test("what is not there is told with what was found, and where to look", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  const detail = async (path: string) => (await ask(`/api/v1/pipelines/credit/${path}`)).json()["detail"];

  expect(await detail("runs/b")).toBe('pipeline "credit" has no run "b"; see /api/v1/pipelines/credit/runs');
  expect(await detail("features/sex/history")).toBe(
    'no run of pipeline "credit" has a feature "sex"; see /api/v1/pipelines/credit/features',
  );
  expect(await detail("runs/a/features/sex/chart.png")).toBe(
    'run a has no feature "sex"; its manifest.json lists those that it has',
  );
  expect(await detail("runs/a/features/age/chart.svg")).toMatch(/^expected one of .*, found "chart\.svg"$/);
  expect(await detail("runs/a/features/age/card.png")).toBe(
    "run a has no file features/age/card.png; its manifest.json lists those that it has",
  );
  expect(await detail("runs/a/features/age/signed")).toBe(
    "no addresses are signed here: SIGNING_KEYS is not set",
  );
});
