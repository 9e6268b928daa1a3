import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { certify } from "../../../gateway/test/support/servers/certify.js";
import { freePorts } from "../../../gateway/test/support/servers/free-ports.js";
import { obtain } from "../../../gateway/test/support/servers/obtain.js";
import { RealRedis } from "../../../gateway/test/support/servers/redis.js";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";

const PASSWORD = "correct-horse-battery";
const folder = temporaryFolder();
const [encryptedPort = 0] = await freePorts(1);
const { certificate, key, authority } = await certify(temporaryFolder());
const server = await obtain("Redis", () =>
  RealRedis.start(
    "--requirepass",
    PASSWORD,
    "--tls-port",
    String(encryptedPort),
    "--tls-auth-clients",
    "no",
    "--tls-cert-file",
    certificate,
    "--tls-key-file",
    key,
    "--tls-ca-cert-file",
    authority,
  ),
);
const port = server?.port ?? 0;
const november = `redis://:${PASSWORD}@127.0.0.1:${port}/0?match=november:*`;
afterAll(() => server?.stop());

/** Rows as hashes: an age around a centre, an income of which each seventh is missing, a grade and a time. */
function rowsAround(centre: number, rows: number): Record<string, string>[] {
  return Array.from({ length: rows }, (_, row) => ({
    age: String(centre + ((row * 7919) % 31)),
    grade: "ABC"[row % 3]!,
    income: row % 7 === 0 ? "" : String(((row * 104_729) % 9973) / 7),
    seen: `2026-11-0${1 + (row % 2)}T12:00:00Z`,
  }));
}

function csvOf(rows: readonly Record<string, string>[]): string {
  return [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row)), []]
    .map((line) => line.join(","))
    .join("\n");
}

const inFolder = (name: string): string => join(folder, name);

/** All files of a folder as text, by their paths. */
function textsIn(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => [
      join(entry.parentPath, entry.name).slice(path.length),
      readFileSync(join(entry.parentPath, entry.name), "latin1"),
    ]),
  );
}

/** What a report tells, but for where the rows lie and when it was written. */
function contentOf(path: string): Record<string, string> {
  const texts = Object.entries(textsIn(path)).filter(([name]) => /features.*\.json$/.test(name));
  return Object.fromEntries(
    texts.map(([name, text]) => [
      name,
      text.replaceAll(/"(createdAt|source|referenceSource)":"[^"]*"/g, '"$1":""'),
    ]),
  );
}

describe.skipIf(server === null)("rows in Redis from the command line", () => {
  beforeAll(async () => {
    const client = new Redis(port, { password: PASSWORD, protocol: 2 });
    for (const [name, rows] of [
      ["october", rowsAround(46, 1500)],
      ["november", rowsAround(40, 1000)],
    ] as const) {
      const pipeline = client.pipeline();
      for (const [row, fields] of rows.entries())
        pipeline.hset(`${name}:${String(row).padStart(6, "0")}`, fields);
      await pipeline.exec();
      writeFileSync(join(folder, `${name}.csv`), csvOf(rows));
    }
    client.disconnect();
  });

  test("a report is that of the same rows in CSV, also against a reference; no file has the password", async () => {
    const october = november.replace("november", "october");
    const run = ["--run", "r", "--no-pictures"];
    const reports = [
      ["redis", november, october],
      ["csv", inFolder("november.csv"), inFolder("october.csv")],
    ] as const;
    for (const [name, data, reference] of reports) {
      const report = featurescope(
        "analyze",
        "--data",
        data,
        "--reference",
        reference,
        run,
        "--out",
        inFolder(name),
      );
      expect(await report).toMatchObject({ code: 0, stderr: "" });
    }
    expect(contentOf(inFolder("redis"))).toEqual(contentOf(inFolder("csv")));
    expect(Object.keys(contentOf(inFolder("redis"))).length).toBeGreaterThan(10);
    const { manifest } = await readManifest(inFolder("redis"));
    expect(manifest.dataset).toMatchObject({ source: november.replace(`:${PASSWORD}@`, ""), rows: 1000 });
    expect(Object.entries(textsIn(inFolder("redis"))).filter(([, text]) => text.includes(PASSWORD))).toEqual(
      [],
    );
  });

  test("a reference is frozen from Redis, and the password may come from the environment", async () => {
    const source = `redis://127.0.0.1:${port}/0?match=november:*`;
    const [file, csv] = [join(folder, "redis.json"), join(folder, "csv.json")];
    const frozen = await featurescope(
      "reference",
      "--data",
      source,
      "--features",
      "age,grade",
      "--out",
      file,
      {
        REDIS_PASSWORD: PASSWORD,
      },
    );
    expect(frozen).toMatchObject({ code: 0, stderr: "" });
    await featurescope(
      "reference",
      "--data",
      join(folder, "november.csv"),
      "--features",
      "age,grade",
      "--out",
      csv,
    );
    const [{ features }, expected] = [file, csv].map(
      (path) => JSON.parse(readFileSync(path, "utf8")) as { features: unknown },
    ) as [{ features: unknown }, { features: unknown }];
    expect(features).toEqual(expected.features);
  });

  test("windows are cut from rows in Redis", async () => {
    const out = join(folder, "windows");
    const cut = ["--time-column", "seen", "--every", "1d", "--no-pictures"];
    expect(await featurescope("analyze", "--data", november, cut, "--out", out)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(readdirSync(out)).toHaveLength(2);
  });

  test("an encrypted connection needs a certificate that is trusted", async () => {
    const data = `rediss://localhost:${encryptedPort}?match=november:*`;
    const analyze = (environment: Record<string, string>) =>
      featurescope("analyze", "--data", data, "--no-pictures", "--out", join(folder, "encrypted"), {
        REDIS_PASSWORD: PASSWORD,
        ...environment,
      });
    expect(await analyze({ NODE_EXTRA_CA_CERTS: authority })).toMatchObject({ code: 0, stderr: "" });
    const { code, stderr } = await analyze({});
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /expected an encrypted connection and a certificate that is trusted, found: .*NODE_EXTRA_CA_CERTS/,
    );
  });

  test("a wrong password ends with exit code 4 and one line that does not show it", async () => {
    const data = november.replace(PASSWORD, "wrong-horse");
    const { code, stderr, stdout } = await featurescope(
      "analyze",
      "--data",
      data,
      "--out",
      join(folder, "none"),
    );
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr).toMatch(/^[^\n]*expected a user and password that it accepts, found: WRONGPASS[^\n]*\n$/);
    expect(stderr).not.toContain("horse");
  });

  test("stopped while it waits for the server, it ends as it should and leaves nothing behind", async () => {
    const own = join(folder, "temporary");
    mkdirSync(own);
    const args = [FEATURESCOPE, "analyze", "--data", november, "--out", join(folder, "stopped")];
    await server!.suspend();
    try {
      const child = spawn(process.execPath, args, { stdio: "ignore", env: { ...process.env, TMPDIR: own } });
      const closed = once(child, "close");
      while (child.exitCode === null && readdirSync(own, { recursive: true }).length < 3) await setTimeout(5);
      expect(child.exitCode).toBeNull();
      child.kill("SIGINT");
      expect((await closed)[0]).toBe(130);
      expect(readdirSync(own)).toEqual([]);
    } finally {
      server!.resume();
    }
  });
});
