import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { startFakeS3 } from "../../../gateway/test/support/fake-s3.js";
import { startMinio } from "../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../gateway/test/support/servers/obtain.js";
import { BUCKET, PREFIX, READER, WRITER } from "../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../gateway/test/support/servers/seaweedfs.js";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";

const folder = temporaryFolder();
const servers = [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)].filter(
  (server) => server !== null,
);
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** Rows of one day. */
function csv(day: number, centre: number): Buffer {
  const rows = Array.from(
    { length: 500 },
    (_, row) => `2026-11-0${day}T12:00:00Z,${centre + ((row * 7919) % 31)},${"ABC"[row % 3]}`,
  );
  return Buffer.from(["seen,age,grade", ...rows, ""].join("\n"));
}

describe.each(servers)("$name", (server) => {
  const root = `s3://${BUCKET}/${PREFIX}/cli`;
  const reader = server.environment(READER);
  const analyze = (...args: string[]) => featurescope("analyze", "--no-pictures", args, reader);

  test("rows are analysed, against rows, a reference file and a published report in the same store", async () => {
    await server.put("cli", [
      ["october/day=1/part", csv(1, 46)],
      ["october/_SUCCESS", Buffer.alloc(0)],
      ["november/day=1/part.csv", csv(1, 40)],
      ["november/day=2/part.csv", csv(2, 40)],
    ]);
    const rows = ["--data", `${root}/november/day=*/part.csv`, "--features", "age,grade"];
    const october = `${root}/october/`;

    const file = join(folder, `${server.name}.json`);
    const frozen = await featurescope("reference", "--data", october, "--out", file, reader);
    expect(frozen).toMatchObject({ code: 0, stderr: "" });
    const before = join(folder, `${server.name}-october`);
    expect(
      await analyze("--data", october, "--out", before, "--run", "october", "--pipeline", "credit"),
    ).toMatchObject({
      code: 0,
      stderr: "",
    });
    await server.put("cli", [["refs/october.json", readFileSync(file)]]);
    const published = await featurescope(
      "publish",
      before,
      "--to",
      `${root}/reports`,
      server.environment(WRITER),
    );
    expect(published).toMatchObject({ code: 0, stderr: "" });

    const report = join(folder, `${server.name}-november`);
    for (const reference of [
      october,
      `${root}/refs/october.json`,
      `${root}/reports/runs/credit/october/`,
      `minio://${BUCKET}/${PREFIX}/cli/reports/runs/credit/october`,
    ]) {
      const { code, stderr } = await analyze(...rows, "--reference", reference, "--out", report);
      expect([reference, code, stderr]).toEqual([reference, 0, ""]);
      const { manifest } = await readManifest(report);
      expect(manifest.dataset).toMatchObject({ source: `${root}/november/day=*/part.csv`, rows: 1000 });
      expect(manifest.reference).toMatchObject({ source: october, rows: 500 });
      expect(manifest.features.map(({ name, verdict }) => [name, verdict])).toEqual([
        ["age", "shifted"],
        ["grade", "stable"],
      ]);
    }
    await server.put("cli", [["compared/manifest.json", readFileSync(join(report, "manifest.json"))]]);
    const refused = await analyze(...rows, "--reference", `${root}/compared/`, "--out", report);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain(
      `expected a report made without a reference at ${root}/compared/, found one that was compared with ${october}`,
    );
  });

  test("windows are cut from rows in a store", async () => {
    await server.put("windows", [
      ["1.csv", csv(1, 40)],
      ["2.csv", csv(2, 40)],
    ]);
    const out = join(folder, `${server.name}-windows`);
    const rows = ["--data", `s3://${BUCKET}/${PREFIX}/windows/`, "--time-column", "seen", "--every", "1d"];
    expect(await analyze(...rows, "--out", out)).toMatchObject({ code: 0, stderr: "" });
    const runs = readdirSync(out).sort();
    expect(runs).toHaveLength(2);
    const { manifest } = await readManifest(join(out, runs[0]!));
    expect(manifest).toMatchObject({ dataset: { source: `s3://${BUCKET}/${PREFIX}/windows/`, rows: 500 } });
  });

  test("what is not there ends with exit code 4 and what to do", async () => {
    const { code, stderr } = await analyze("--data", `${root}/absent/`, "--out", join(folder, "none"));
    expect(code).toBe(4);
    expect(stderr).toContain(
      `Cannot read ${root}/absent/: expected objects below ${root}/absent/, found none.`,
    );
    for (const secret of [READER.accessKey, READER.secretKey]) expect(stderr).not.toContain(secret);
  });
});

/** Whether something was written into a file somewhere below a folder. */
function hasBytes(path: string): boolean {
  return readdirSync(path, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).size > 0,
  );
}

test("stopped while an object is copied, it ends as it should and leaves nothing behind", async () => {
  const fake = await startFakeS3(new Map([["rows", csv(1, 40)]]));
  fake.fault = (_request, response) => {
    // Half of the object, and no more of it ever.
    response.writeHead(200, { "Content-Length": 2_000_000, ETag: '"x"' });
    response.write(Buffer.alloc(1_000_000, "1,2,3\n"));
    return true;
  };
  const own = join(folder, "temporary");
  mkdirSync(own);
  const args = [FEATURESCOPE, "analyze", "--data", "s3://reports/rows", "--out", join(folder, "stopped")];
  const env = { ...process.env, TMPDIR: own, S3_ENDPOINT_URL: fake.endpoint.origin };
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    const child = spawn(process.execPath, args, { stdio: "ignore", env });
    const closed = once(child, "close");
    while (child.exitCode === null && !hasBytes(own)) await setTimeout(5);
    expect(child.exitCode).toBeNull();
    child.kill(signal);
    expect((await closed)[0]).toBe(code);
    expect(readdirSync(own)).toEqual([]);
  }
});
