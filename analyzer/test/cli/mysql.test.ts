import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { mysqlServer, PASSWORD } from "../dataset/download/mysql/mysql-server.js";
import { temporaryFolder } from "../temporary-folder.js";
import { type Ended, featurescope } from "./featurescope.js";
import { newPath, readJson } from "./tables.js";

const folder = temporaryFolder();
const server = await mysqlServer();

/** Everything that a report says, but where its rows came from and when it was made. */
function contentOf(report: string): Record<string, string> {
  const names = readdirSync(report, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    names
      .filter((name) => /(?<!manifest)\.(json|csv|md)$/.test(name))
      .map((name) => [
        name,
        readFileSync(join(report, name), "utf8")
          .replaceAll(/"(source|createdAt|run)":\s*"(?:[^"\\]|\\.)*"/g, '"$1":""')
          .replaceAll(/^.*(mysql:|scores\.csv|Run: ).*$/gm, "")
          // Run and time in a row of summary.csv.
          .replaceAll(/,[^,]*,\d{4}-[^,]*Z(?=,[^,]*,[^,]*$)/gm, ""),
      ]),
  );
}

/** Nothing anywhere below a folder holds the password. */
function expectNoPassword(path: string): void {
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) {
    const file = join(path, name);
    const text = /\.\w+$/.test(name) ? readFileSync(file, "utf8") : "";
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(encodeURIComponent(PASSWORD));
  }
}

// An amount with cents, a grade, a flag and a time; every eleventh amount is missing.
const rows = Array.from({ length: 600 }, (_, i) => [
  i,
  i % 11 === 0 ? null : `${(i * 7919) % 997}.${10 + (i % 90)}`,
  ["gut", "schlecht", "年龄"][(i * 31) % 3],
  i % 2 === 0,
  new Date(Date.UTC(2026, 0, 1 + Math.floor(i / 20))).toISOString().slice(0, 19).replace("T", " "),
]);
const csv = join(folder, "scores.csv");
const address = `mysql://tester@127.0.0.1:${server.port}/features`;
const secret = { MYSQL_PASSWORD: PASSWORD };

function analyze(...args: (string | Record<string, string>)[]): Promise<Ended> {
  return featurescope("analyze", "--quiet", "--run", "one", secret, ...args);
}

describe.skipIf(!server.isHere)("rows in MySQL, from the command line", () => {
  beforeAll(async () => {
    await server.run(
      "CREATE TABLE scores (id INT PRIMARY KEY, amount DECIMAL(10, 2), grade VARCHAR(20), paid BOOLEAN, seen DATETIME) CHARACTER SET utf8mb4",
    );
    await server.run("INSERT INTO scores VALUES ?", [rows]);
    const lines = rows.map((row) => row.map((value) => value ?? "").join(","));
    writeFileSync(csv, ["id,amount,grade,paid,seen", ...lines, ""].join("\n"));
  });

  test("a table gives the report of the same rows in a CSV file", async () => {
    const [here, there] = [newPath(folder), newPath(folder)];
    expect(await analyze("--data", csv, "--out", here)).toMatchObject({ code: 0, stderr: "" });
    expect(await analyze("--data", `${address}?table=scores`, "--out", there)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(contentOf(there)).toEqual(contentOf(here));
    expect(readJson(there, "manifest.json")).toMatchObject({
      dataset: { source: `mysql://127.0.0.1:${server.port}/features?table=scores`, rows: 600 },
    });
    expectNoPassword(there);
  });

  test("--query names the rows, and its reference the same way; the report tells both", async () => {
    const [out, file] = [newPath(folder), newPath(folder)];
    const query = "SELECT amount, grade FROM scores WHERE id % 2 = 0 AND grade <> '#&'";
    const reference = `${address}?query=SELECT amount, grade FROM scores WHERE id < 300`;
    const ended = await analyze(
      "--data",
      address,
      "--query",
      query,
      "--reference",
      reference,
      "--no-pictures",
      "--out",
      out,
    );
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    const place = `mysql://127.0.0.1:${server.port}/features?query=SELECT amount, grade FROM scores WHERE id`;
    expect(readJson(out, "manifest.json")).toMatchObject({
      dataset: { source: `${place} %25 2 = 0 AND grade <> '%23%26'`, rows: 300 },
      reference: { source: `${place} < 300`, rows: 300 },
    });
    const frozen = await featurescope(
      "reference",
      "--data",
      address,
      "--query",
      query,
      "--out",
      file,
      secret,
    );
    expect(frozen).toMatchObject({ code: 0, stderr: "" });
    expect(readJson(file)).toMatchObject({ rows: 300, source: `${place} %25 2 = 0 AND grade <> '%23%26'` });
  });

  test("--every cuts a table into runs, as it cuts a file", async () => {
    const outs = [newPath(folder), newPath(folder)];
    const cut = ["--time-column", "seen", "--every", "1w", "--window", "2026-01-05/2026-01-19"];
    const runs = [];
    for (const [i, source] of [csv, `${address}?table=scores`].entries()) {
      const ended = await featurescope(
        "analyze",
        "--data",
        source,
        ...cut,
        "--no-pictures",
        "--out",
        outs[i]!,
        secret,
      );
      expect(ended).toMatchObject({ code: 0, stderr: "" });
      const folders = readdirSync(outs[i]!).sort();
      runs.push(folders.map((run) => contentOf(join(outs[i]!, run))));
    }
    expect(runs[0]).toHaveLength(2);
    expect(runs[1]).toEqual(runs[0]);
  });

  test("a table without rows is a report without values", async () => {
    await server.run("CREATE TABLE no_rows LIKE scores");
    const out = newPath(folder);
    expect(await analyze("--data", `${address}?table=no_rows`, "--out", out)).toMatchObject({ code: 0 });
    expect(readJson(out, "features", "amount", "statistics.json")).toMatchObject({
      status: "empty",
      rows: 0,
    });
  });

  test("a wrong password ends it with code 4, and nobody is told any, not even with --debug", async () => {
    const out = newPath(folder);
    const wrong = `mysql://tester:not-${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/features?table=scores`;
    const { code, stdout, stderr } = await analyze("--data", wrong, "--debug", "--json", "--out", out);
    expect([code, existsSync(out)]).toEqual([4, false]);
    expect(stderr).toContain("Access denied");
    expect(stdout + stderr).not.toContain(PASSWORD);
    expect(stdout + stderr).not.toContain(encodeURIComponent(PASSWORD));
  });

  describe("wrong usage of --query", () => {
    test.each([
      [["--data", csv, "--query", "SELECT 1"], /--query needs --data mysql:\/\//],
      [["--data", "redis://host", "--query", "SELECT 1"], /--query needs --data mysql:\/\//],
      [["--data", address, "--query", "SELECT 1", "--query", "SELECT 2"], /--query can be given once/],
      [["--data", `${address}?table=scores`, "--query", "SELECT 1"], /leave one of them out/],
      [["--data", address, "--query"], /--query needs a value/],
    ])("%s", async (args, message) => {
      for (const command of ["analyze", "reference"]) {
        const ended = await featurescope(command, ...args, "--out", newPath(folder));
        expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
      }
    });
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s in the middle of the rows leaves nothing, here and there",
    async (signal) => {
      const [out, temporary] = [newPath(folder), newPath(folder)];
      mkdirSync(temporary);
      const query = `SELECT seq AS a, SLEEP(0.001) AS b, repeat('x', 5000) AS ${signal} FROM seq_1_to_100000`;
      const child = spawn(
        process.execPath,
        [FEATURESCOPE, "analyze", "--data", address, "--query", query, "--out", out],
        {
          stdio: "ignore",
          env: { ...process.env, ...secret, TMPDIR: temporary },
        },
      );
      const closed = once(child, "close");
      const reading = async (): Promise<number> =>
        (
          await server.rows(
            `SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT seq%${signal}%'`,
          )
        ).length;
      while (child.exitCode === null && (await reading()) === 0) await wait(20);
      child.kill(signal);
      expect((await closed)[0]).toBe(signal === "SIGINT" ? 130 : 143);
      expect([existsSync(out), readdirSync(temporary)]).toEqual([false, []]);
      await expect.poll(reading).toBe(0);
    },
  );
});
