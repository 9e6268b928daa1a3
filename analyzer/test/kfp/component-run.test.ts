import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import "../../../gateway/test/support/built-program.js";
import { startMinio } from "../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../gateway/test/support/servers/obtain.js";
import { BUCKET, PREFIX, READER } from "../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../gateway/test/support/servers/seaweedfs.js";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";
import { runComponent } from "./run-component.js";

const folder = temporaryFolder();
const python = kfpPython();
const servers = [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)].filter(
  (server) => server !== null,
);
afterAll(() => Promise.all(servers.map((server) => server.stop())));

function csv(centre: number): Buffer {
  const rows = Array.from({ length: 1000 }, (_, row) => `${centre + ((row * 7919) % 31)},${(row * 31) % 7}`);
  return Buffer.from(["age,loans", ...rows, ""].join("\n"));
}

describe.skipIf(python === null).each(servers)("a step whose rows lie in $name", (server) => {
  const root = `minio://${BUCKET}/${PREFIX}/kfp`;

  test("takes them and its reference from there, with the keys of its pod", async () => {
    await server.put("kfp", [
      ["november/part-0", csv(40)],
      ["november/part-1", csv(40)],
      ["october/part-0", csv(46)],
    ]);
    const args = {
      source: `${root}/november/`,
      reference_source: `${root}/october/part-*`,
      features: ["age"],
      pipeline: "credit",
    };
    const { outputs, log } = await runComponent(
      python,
      join(folder, server.name),
      args,
      server.environment(READER),
    );
    expect(outputs === null ? log : "").toBe("");
    const { report, overview, summary, metrics, ...parameters } = outputs!;
    expect(parameters).toEqual({ verdict: "shifted", shifted: 1, watch: 0, broken: 0, row_count: 2000 });
    expect(report.metadata).toMatchObject({ pipeline: "credit", row_count: 2000, shifted: 1 });
    const { manifest } = await readManifest(report.path);
    expect(manifest).toMatchObject({
      dataset: { source: args.source, rows: 2000 },
      reference: { source: args.reference_source, rows: 1000 },
    });
    expect(readFileSync(summary.path, "utf8")).toContain("# credit: 1 shifted");
    for (const { path } of [overview, metrics]) expect(readFileSync(path)).not.toHaveLength(0);
    for (const secret of Object.values(READER)) expect(JSON.stringify(outputs) + log).not.toContain(secret);
  });

  test("fails with what to do where it has no keys", async () => {
    await server.put("kfp", [["november/part-0", csv(40)]]);
    const environment = { S3_ENDPOINT_URL: server.endpoint.origin };
    const { outputs, log } = await runComponent(
      python,
      join(folder, "no-keys"),
      { source: `${root}/november/part-0` },
      environment,
    );
    expect(outputs).toBeNull();
    expect(log).toContain("Set S3_ACCESS_KEY and S3_SECRET_KEY, and what they may do.");
  });
});
