import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { openMlMetadata } from "../../src/ml-metadata/open-ml-metadata.js";
import { codeOf } from "../store/store-suite.js";
import { eventually } from "../support/eventually.js";
import { recordedReport } from "../support/recorded-report.js";
import { startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";

const obtained = await obtain("ML Metadata", startMlMetadata);

describe.runIf(obtained !== null)("a client of ML Metadata", () => {
  const server = obtained!;
  afterAll(() => server.stop());
  beforeEach(() => server.empty());

  function open(deadlineMs?: number) {
    const metadata = openMlMetadata({ address: server.address, tls: false }, deadlineMs);
    onTestFinished(() => metadata.close());
    return metadata;
  }

  const record = (run: string, metadata: Record<string, unknown> = {}) =>
    server.record(recordedReport({ run }, Buffer.from("{}"), `minio://mlpipeline/${run}`, metadata));

  test("gives an artifact as it was noted, or none", async () => {
    const [id] = await record("a");
    const metadata = open();

    expect(await metadata.artifact(id!)).toMatchObject({ id, uri: "minio://mlpipeline/a", isLive: true });
    expect((await metadata.artifact(id!))!.texts.get("run")).toBe("a");
    expect(await metadata.artifact(id! + 100)).toBe(null);
    expect(await metadata.namespacesOf(id!)).toEqual(["team-a"]);
  });

  test("a call that is aborted by a deadlock is made again, not for ever", async () => {
    await record("a");
    const metadata = open();
    await server.calls();
    await server.abort(3);

    expect((await metadata.reports(null)).artifacts).toHaveLength(1);
    expect(await server.calls()).toHaveLength(4);
    await server.abort(1000);
    expect(await codeOf(metadata.reports(null))).toBe("store-unreachable");
    expect(await server.calls()).toHaveLength(5);
  });

  test("a page that is too large is asked for in smaller ones, and none is left out", async () => {
    for (let i = 0; i < 12; i++) await record(`r${i}`, { notes: "x".repeat(3_000_000) });
    const metadata = open();
    const runs: (string | undefined)[] = [];
    for (let before: number | null = null; ;) {
      const { artifacts, isLast } = await metadata.reports(before);
      runs.push(...artifacts.map(({ texts }) => texts.get("run")));
      if (isLast) break;
      before = artifacts.at(-1)!.id;
    }

    expect(runs).toEqual(Array.from({ length: 12 }, (_, i) => `r${11 - i}`));
  });

  test("a single artifact that is too large is an error, not a cut", async () => {
    await record("a", { notes: "x".repeat(17_000_000) });

    expect(await codeOf(open().reports(null))).toBe("store-unreachable");
  });

  test("a call that hangs ends at its deadline; answers come again afterwards", async () => {
    await record("a");
    const metadata = open(300);
    await metadata.reports(null);
    server.suspend();
    expect(await codeOf(metadata.reports(null))).toBe("store-unreachable");
    expect(await codeOf(metadata.reports(null))).toBe("store-unreachable");
    server.resume();

    await eventually(async () => expect((await metadata.reports(null)).artifacts).toHaveLength(1));
  });

  test("while nobody listens it fails at once; it connects by itself, each time", async () => {
    await record("a");
    const metadata = open();
    await metadata.reports(null);
    for (let i = 0; i < 2; i++) {
      await server.end();
      expect(await codeOf(metadata.reports(null))).toBe("store-unreachable");
      await wait(10);
      await server.begin();
      await eventually(async () => expect((await metadata.reports(null)).artifacts).toHaveLength(1));
    }
  });

  test("after it was closed nothing is asked any more", async () => {
    const metadata = open();
    metadata.close();

    expect(await codeOf(metadata.reports(null))).toBe("store-unreachable");
  });
});
