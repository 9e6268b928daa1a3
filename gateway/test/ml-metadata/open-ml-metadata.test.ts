import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Artifact, MlMetadata } from "../../src/ml-metadata/ml-metadata.js";
import { type MlMetadataOptions, openMlMetadata } from "../../src/ml-metadata/open-ml-metadata.js";
import { codeOf } from "../store/store-suite.js";
import { eventually } from "../support/eventually.js";
import { recordedReport } from "../support/recorded-report.js";
import { startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";

const obtained = await obtain("ML Metadata", startMlMetadata);

const reports = async (metadata: MlMetadata) => {
  const pages: Artifact[][] = [];
  for await (const page of metadata.reports()) pages.push(page);
  return pages.flat();
};

describe.runIf(obtained !== null)("a client of ML Metadata", () => {
  const server = obtained!;
  afterAll(() => server.stop());
  beforeEach(() => server.empty());

  function open(options: MlMetadataOptions = {}) {
    const metadata = openMlMetadata({ address: server.address, tls: false }, options);
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
    expect(await metadata.namespacesOf([id!, id! + 100])).toEqual(new Map([[id, "team-a"]]));
  });

  test("a call that is aborted by a deadlock is made again, not for ever", async () => {
    await record("a");
    const metadata = open();
    await server.calls();
    await server.abort(3);

    expect(await reports(metadata)).toHaveLength(1);
    expect(await server.calls()).toHaveLength(4);
    await server.abort(1000);
    expect(await codeOf(reports(metadata))).toBe("store-unreachable");
    expect(await server.calls()).toHaveLength(5);
  });

  test("a page that is too large is asked for in smaller ones, and none is left out", async () => {
    for (let i = 0; i < 12; i++) await record(`r${i}`, { notes: "x".repeat(3_000_000) });
    const metadata = open();
    const runs = (await reports(metadata)).map(({ texts }) => texts.get("run"));

    expect(runs).toEqual(Array.from({ length: 12 }, (_, i) => `r${11 - i}`));
  });

  test("a single artifact that is too large is told as such, once it is known without a call, and hides no other", async () => {
    const large = { notes: "x".repeat(17_000_000) };
    const ids: number[] = [];
    for (const [run, metadata] of [["a"], ["b", large], ["c"], ["d", large], ["e", large]] as const)
      ids.push(...(await record(run, metadata)).slice(0, 1));
    const metadata = open();
    const told = async () =>
      (await reports(metadata)).map(({ id, isOversize, texts }) => [id, isOversize ?? texts.get("run")]);
    const expected = [true, true, "c", true, "a"].map((what, i) => [ids[4 - i], what]);

    expect(await told()).toEqual(expected);
    await told();
    await server.calls();
    expect(await told()).toEqual(expected);
    expect(await server.calls()).toEqual(["GetArtifacts"]);
    expect(await metadata.artifact(ids[1]!)).toMatchObject({ id: ids[1], isOversize: true });
    await server.change(ids[1]!, { state: "DELETED" });
    expect(await metadata.artifact(ids[1]!)).toBe(null);
  });

  test("steps whose inputs are too large together are asked about in parts; one that is too large is nobody's", async () => {
    const sizes = [3, 3, 3, 3, 3, 3, 17, 3];
    const ids: number[] = [];
    for (const megabytes of sizes) {
      const run = recordedReport({ run: "a" }, Buffer.from("{}"), "minio://mlpipeline/a");
      const [id] = await server.record({ ...run, inputs: { text: "x".repeat(megabytes * 1_000_000) } });
      ids.push(id!);
    }

    const namespaces = await open().namespacesOf(ids);

    expect([...namespaces]).toEqual(ids.map((id, i) => [id, sizes[i] === 17 ? "" : "team-a"]));
  });

  test("a call that hangs ends at its deadline; answers come again afterwards", async () => {
    await record("a");
    const metadata = open({ deadlineMs: 300 });
    await reports(metadata);
    await server.suspend();
    try {
      expect(await codeOf(reports(metadata))).toBe("store-unreachable");
      expect(await codeOf(reports(metadata))).toBe("store-unreachable");
    } finally {
      server.resume();
    }

    await eventually(async () => expect(await reports(metadata)).toHaveLength(1));
  });

  test("while nobody listens it fails at once; it connects by itself, each time", async () => {
    await record("a");
    const metadata = open();
    await reports(metadata);
    for (let i = 0; i < 2; i++) {
      await server.end();
      expect(await codeOf(reports(metadata))).toBe("store-unreachable");
      await wait(10);
      await server.begin();
      await eventually(async () => expect(await reports(metadata)).toHaveLength(1));
    }
  });

  test("after it was closed nothing is asked any more", async () => {
    const metadata = open();
    metadata.close();

    expect(await codeOf(reports(metadata))).toBe("store-unreachable");
  });
});
