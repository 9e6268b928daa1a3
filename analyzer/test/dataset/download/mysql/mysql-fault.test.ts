import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inspect } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { DatasetOptions } from "../../../../src/dataset/dataset-options.js";
import { openDataset } from "../../../../src/dataset/open-dataset.js";
import { temporaryFolder } from "../../../temporary-folder.js";
import { levelsOf, numbersOf, withDataset } from "../../read-columns.js";
import { startCuttingProxy } from "../cutting-proxy.js";
import { PASSWORD, mysqlServer } from "./mysql-server.js";

const server = await mysqlServer();
const folder = temporaryFolder();
const PASSWORDS = [PASSWORD, encodeURIComponent(PASSWORD), "wrong-secret"];

/** The message of what opening a source ends with; nothing may stay behind, and no cause may have a password. */
async function faultOf(source: string, options: DatasetOptions = {}): Promise<string> {
  const own = mkdtempSync(join(folder, "temporary-"));
  vi.stubEnv("TMPDIR", own);
  try {
    const error = await openDataset(source, options).then(
      () => null,
      (error: unknown) => error,
    );
    expect(error).toMatchObject({ code: "input-unreadable" });
    const whole = inspect(error, { depth: 10, showHidden: true });
    for (const password of PASSWORDS) expect(whole).not.toContain(password);
    expect(readdirSync(own)).toEqual([]);
    const { message } = error as Error;
    expect(message).toMatch(/^Cannot read mysql:\/\/\S+: expected .+, found .+[.;] [A-Z].+\.$/);
    return message;
  } finally {
    vi.unstubAllEnvs();
  }
}

function asking(query: string, more = "", port?: number): string {
  return server.address(`?query=${encodeURIComponent(query)}${more}`, port);
}

const CIPHER = "?query=SHOW STATUS LIKE 'Ssl_cipher'";

function cipher(source: string, environment: Record<string, string> = {}): Promise<unknown> {
  return withDataset(source, { environment }, (dataset) => levelsOf(dataset, "Value"));
}

function localhost(rest: string): string {
  return server.address(rest).replace("@127.0.0.1", "@localhost");
}

describe.skipIf(!server.isHere)("faults of MySQL", () => {
  beforeAll(async () => {
    await server.run("CREATE TABLE scores (a INT, b TEXT); INSERT INTO scores VALUES (1, 'x')");
    await server.run("CREATE USER stranger@'127.0.0.1' IDENTIFIED BY 'wrong-secret'");
  });

  test.each([
    [
      "nobody listens",
      "mysql://u:wrong-secret@127.0.0.1:1/features?table=t",
      /a server that answers, found ".*ECONNREFUSED.*Check host, port/,
    ],
    [
      "no such host",
      "mysql://u:wrong-secret@no-such-host.invalid/features?table=t",
      /a server that answers, found "getaddrinfo/,
    ],
    [
      "a wrong password",
      `mysql://tester:wrong-secret@127.0.0.1:${server.port}/features?table=t`,
      /a user who may read this, found "Access denied for user 'tester'.*Set MYSQL_USER and MYSQL_PASSWORD/,
    ],
    [
      "a user without rights",
      `mysql://stranger:wrong-secret@127.0.0.1:${server.port}/features?table=t`,
      /a user who may read this, found "Access denied.*to database/,
    ],
    [
      "no such database",
      server.address("?table=t").replace("/features", "/featurse"),
      /a database of this server, found "Unknown database 'featurse'/,
    ],
    [
      "no such table",
      server.address("?table=scoers"),
      /a table or view of features, found none named scoers; did you mean scores\?/,
    ],
    [
      "bad SQL",
      asking("SELEC 1"),
      /a query that the server runs, found "You have an error in your SQL syntax.*Correct the query/,
    ],
    ["no such column", asking("SELECT absent FROM scores"), /found "Unknown column 'absent'/],
    [
      "no such table of a query",
      asking("SELECT * FROM absent"),
      /found "Table 'features\.absent' doesn't exist/,
    ],
    [
      "a place for a value",
      asking("SELECT * FROM scores WHERE a = ?"),
      /a whole query, found 1 \? for a value/,
    ],
    ["two statements", asking("SELECT 1; DROP TABLE scores"), /You have an error in your SQL syntax/],
    [
      "two columns of a name",
      asking("SELECT a, b AS A FROM scores"),
      /columns of different names, found two named A\. Give one of them another name by AS/,
    ],
    [
      "a time limit of the server's",
      asking("SET STATEMENT max_statement_time = 0.2 FOR SELECT sum(sin(seq)) FROM seq_1_to_100000000"),
      /time to read all rows, found "Query.*max_statement_time/,
    ],
    [
      "a server that says nothing",
      asking("SELECT SLEEP(30)", "&timeout=1"),
      /expected rows, found "nothing for 1 s"\. .*timeout=600/,
    ],
  ])("%s", async (_, source, message) => {
    expect(await faultOf(source)).toMatch(message);
  });

  test.each([
    [
      "DELETE FROM scores",
      /a query that only reads, found "Cannot execute statement in a READ ONLY transaction/,
    ],
    ["INSERT INTO scores VALUES (2, 'y') RETURNING a", /a query that only reads/],
    ["UPDATE scores SET a = 2", /a query that only reads/],
    ["DROP TABLE scores", /a query that gives rows, found a statement that gives none/],
    ["CREATE TABLE other (a INT)", /a query that only reads/],
    ["SET GLOBAL max_connections = 10", /a query that gives rows/],
    ["COMMIT", /a query that gives rows/],
    ["CALL absent()", /a query that gives rows/],
    ["SELECT 1 INTO OUTFILE '/tmp/featurescope-never-written'", /a query that gives rows/],
  ])("%s is refused, and changes nothing", async (query, message) => {
    expect(await faultOf(asking(query))).toMatch(message);
    expect(await server.rows("SELECT * FROM scores")).toEqual([[1, "x"]]);
  });

  test("a server that accepts a connection and says nothing is given up", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as { port: number };
    expect(await faultOf(server.address("?table=scores&timeout=1", port))).toMatch(/found "nothing for 1 s"/);
  });

  describe("in the middle of the rows", () => {
    const many = "SELECT seq AS a, repeat('x', 100) AS b FROM seq_1_to_200000";

    test.each([
      [100, ""],
      [1000, ""],
      [100_000, ""],
      [10_000_000, ""],
      [10_000_000, "&ssl=true"],
    ])("the connection is cut after %i bytes%s", async (bytes, more) => {
      const proxy = await startCuttingProxy(server.port);
      proxy.cuts = [bytes];
      expect(await faultOf(asking(many, more, proxy.port))).toMatch(
        /expected all rows, found ".*(closed|ECONNRESET).*None of them was analysed: try again/i,
      );
    });

    test.each(["CONNECTION", "QUERY"])("KILL %s ends them", async (what) => {
      const slow = "SELECT seq AS a, SLEEP(0.002) AS b, repeat('x', 5000) AS c FROM seq_1_to_20000";
      const fault = faultOf(asking(slow));
      const ids = (): Promise<unknown[][]> =>
        server.rows(
          "SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT seq AS a, SLEEP%' AND time_ms > 300",
        );
      let found = await ids();
      for (; found.length === 0; found = await ids()) await wait(20);
      await server.run(`KILL ${what} ?`, found[0]);
      expect(await fault).toMatch(
        /expected (all rows|time to read all rows), found .*None of them was analysed/,
      );
    });

    test("the server itself stays as it is: nobody waits in it", async () => {
      await expect
        .poll(() =>
          server.rows(
            "SELECT info FROM information_schema.processlist WHERE info LIKE 'SELECT seq%' AND time_ms > 5000",
          ),
        )
        .toEqual([]);
    });
  });

  test("rows are of one moment, read in a transaction that only reads", async () => {
    await server.run(
      "CREATE TABLE moving (v INT, w INT); INSERT INTO moving SELECT 0, seq FROM seq_1_to_50000",
    );
    await server.asked();
    const writing = new AbortController();
    const writer = (async () => {
      while (!writing.signal.aborted) await server.run("UPDATE moving SET v = v + 1");
    })();
    try {
      for (let i = 0; i < 3; i++) {
        await withDataset(server.address("?table=moving"), {}, async (dataset) => {
          expect(dataset.rows).toBe(50_000);
          expect(new Set(await numbersOf(dataset, "v")).size).toBe(1);
        });
      }
    } finally {
      writing.abort();
      await writer;
    }
    const asked = (await server.asked()).filter((statement) => !/moving SET v|general_log/.test(statement));
    expect(asked.slice(0, 4)).toEqual([
      "SET time_zone = '+00:00'",
      "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
      "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
      "SELECT `v`, `w` FROM `moving`",
    ]);
  });

  describe("encryption", () => {
    test("there is none unless asked for; ssl=true encrypts, ssl=verify trusts MYSQL_SSL_CA alone", async () => {
      expect(await cipher(server.address(CIPHER))).toEqual([[null, 1]]);
      expect(await cipher(server.address(`${CIPHER}&ssl=true`))).toEqual([
        [expect.stringMatching(/AES|CHACHA/), 1],
      ]);
      const verified = await cipher(localhost(`${CIPHER}&ssl=verify`), { MYSQL_SSL_CA: server.authority });
      expect(verified).toEqual([[expect.stringMatching(/AES|CHACHA/), 1]]);
    });

    test("a certificate that nobody trusts, or of another host, is refused", async () => {
      expect(await faultOf(localhost("?table=scores&ssl=verify"), { environment: {} })).toMatch(
        /a certificate that is trusted, found ".*certificate.*MYSQL_SSL_CA/,
      );
      const environment = { MYSQL_SSL_CA: server.authority };
      const other = server.address("?table=scores&ssl=verify").replace("@127.0.0.1", "@127.0.0.2");
      expect(await faultOf(other, { environment })).toMatch(/expected /);
    });
  });

  test("user and password come from the environment", async () => {
    const source = `mysql://127.0.0.1:${server.port}/features?table=scores`;
    const environment = { MYSQL_USER: "tester", MYSQL_PASSWORD: PASSWORD };
    await withDataset(source, { environment }, async (dataset) => {
      expect(await numbersOf(dataset, "a")).toEqual([1]);
    });
    expect(await faultOf(source, { environment: {} })).toMatch(/Access denied/);
  });
});
