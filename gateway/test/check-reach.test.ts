import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { publishedObjects } from "./support/report-files.js";
import { freePorts } from "./support/servers/free-ports.js";
import { startMinio } from "./support/servers/minio.js";
import { obtain } from "./support/servers/obtain.js";
import { BUCKET, PREFIX, READER, ROOT } from "./support/servers/real-s3.js";
import { AUDIENCE, startIssuer } from "./support/start-issuer.js";
import { startProgram } from "./support/start-program.js";
import { temporaryFolder } from "./support/temporary-folder.js";
import { publish } from "./support/write-report.js";

const servers = [await obtain("MinIO", startMinio)].filter((server) => server !== null);

const WRONG = "a-secret-of-nobody";

/** What `--check` ends with and says of the store. */
async function checked(environment: Record<string, string>) {
  const program = startProgram(environment, "--check");
  const code = await program.ended;
  const lines = program.out().trimEnd().split("\n").slice(-2);
  expect([lines.length, program.error()]).toEqual([2, ""]);
  for (const secret of [READER.secretKey, WRONG]) expect(program.out().includes(secret)).toBe(false);
  const [store, newest] = lines.map((line) => line.slice(16));
  return { code, store, newest };
}

/** A bucket at a place, asked as the reader. */
const at = (origin: string, store = `s3://${BUCKET}/${PREFIX}/check`) => ({
  STORE: store,
  S3_ENDPOINT_URL: origin,
  S3_ACCESS_KEY: READER.accessKey,
  S3_SECRET_KEY: READER.secretKey,
});

describe.each(servers)("$name", (server) => {
  const { origin } = server.endpoint;
  afterAll(() => server.stop());

  test("a bucket that can be read is told with the newest report in it", async () => {
    expect(await checked(at(origin))).toEqual({
      code: 0,
      store: "answers, with nothing in it yet",
      newest: "none in this store yet; featurescope publish puts them there",
    });
    const first = publishedObjects({ run: "r1", pipeline: "credit" }, Date.UTC(2026, 10, 1));
    const second = publishedObjects({ run: "r2", pipeline: "fraud" }, Date.UTC(2026, 10, 2));
    await server.put("check", [...first, ...second]);
    expect(await checked(at(origin))).toEqual({
      code: 0,
      store: "answers",
      newest: "run r2 of pipeline fraud",
    });
  });

  test.each([
    [
      "a wrong secret",
      { S3_SECRET_KEY: WRONG },
      "found: SignatureDoesNotMatch; check S3_ACCESS_KEY and S3_SECRET_KEY, and what they may do",
    ],
    [
      "keys of nobody",
      {
        S3_ACCESS_KEY: "",
        S3_SECRET_KEY: "",
        AWS_ACCESS_KEY_ID: "nobody",
        AWS_SECRET_ACCESS_KEY: WRONG,
      },
      "found: InvalidAccessKeyId; check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and what they may do",
    ],
    [
      "no keys",
      { S3_ACCESS_KEY: "", S3_SECRET_KEY: "" },
      "found: AccessDenied; set S3_ACCESS_KEY and S3_SECRET_KEY, and what they may do",
    ],
    [
      "a bucket that is not there",
      { STORE: "s3://no-such-bucket", S3_ACCESS_KEY: ROOT.accessKey, S3_SECRET_KEY: ROOT.secretKey },
      /expected bucket no-such-bucket at .*, found none; create it, or correct STORE$/,
    ],
    ["a prefix of others", { STORE: `s3://${BUCKET}/elsewhere` }, "found: AccessDenied; check S3_ACCESS_KEY"],
  ])("%s ends with 5 and what to do", async (_what, environment, expected) => {
    const { code, store, newest } = await checked({ ...at(origin), ...environment });

    expect(code).toBe(5);
    for (const line of [store, newest]) expect(line).toMatch(expected);
  });

  test("a server that hangs is given up", async () => {
    await server.suspend();
    onTestFinished(() => server.resume());
    const { code, store } = await checked(at(origin));

    expect([code, store]).toEqual([5, expect.stringContaining("nothing for 10000 ms")]);
  });
});

test("where nothing listens, or nobody ever answers, it ends with 5 and what to do", async () => {
  const [port] = await freePorts(1);
  const nothing = await checked(at(`http://127.0.0.1:${port}`));
  expect([nothing.code, nothing.store]).toEqual([
    5,
    expect.stringMatching(/found: ECONNREFUSED.*; start it, or correct S3_ENDPOINT_URL$/),
  ]);
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => void silent.close());
  const hanging = await checked(at(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`));
  expect([hanging.code, hanging.store]).toEqual([5, expect.stringContaining("nothing for 10000 ms")]);
});

test("a store that speaks http is told from one that does not answer, where it is asked by https", async () => {
  const plain = createHttpServer((_, response) => response.end()).listen(0, "127.0.0.1");
  await once(plain, "listening");
  onTestFinished(() => void plain.close());
  const origin = `https://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  const { code, store } = await checked(at(origin));
  expect([code, store]).toEqual([
    5,
    expect.stringMatching(
      new RegExp(
        `expected an S3 store at ${origin}, found one that speaks http, not https; write http:// in S3_ENDPOINT_URL, or have the store encrypt$`,
      ),
    ),
  ]);
});

test("a folder is looked into; one that is not there is told, and so is ML Metadata that is not", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "r1" });
  expect(await checked({ STORE: folder })).toMatchObject({
    code: 0,
    store: "answers",
    newest: expect.stringMatching(/^run r1 of pipeline /),
  });
  const absent = await checked({ STORE: join(folder, "absent") });
  expect(absent).toEqual({
    code: 5,
    store: `expected a folder at ${folder}/absent, found: none; make it, or correct STORE`,
    newest: absent.store,
  });
  const empty = await checked({ STORE: temporaryFolder() });
  expect(empty).toMatchObject({
    code: 0,
    newest:
      "none in this store yet; featurescope publish puts them there, or CATALOG=scan finds those that lie here",
  });

  const [port] = await freePorts(1);
  const mlmd = await checked({ STORE: folder, CATALOG: "mlmd", MLMD_ADDRESS: `127.0.0.1:${port}` });
  expect(mlmd).toMatchObject({
    code: 5,
    store: "answers",
    newest: expect.stringMatching(
      /^cannot ask ML Metadata at .*ECONNREFUSED [\d.:]+; start it, or correct MLMD_ADDRESS and MLMD_TLS$/,
    ),
  });
});

test.each(["commit-log", "scan"])(
  "a default pipeline is looked for by key and by name, and told where there is none (%s)",
  async (CATALOG) => {
    const folder = temporaryFolder();
    await publish(folder, { run: "r1", pipeline: "fraud scoring" });
    await publish(folder, { run: "r2", pipeline: "credit" });
    const checkedDefault = async (DEFAULT_PIPELINE: string) => {
      const program = startProgram({ STORE: folder, CATALOG, DEFAULT_PIPELINE }, "--check");
      return [await program.ended, program.out().trimEnd().split("\n").at(-1)?.slice(16)];
    };

    for (const known of ["fraud scoring", "fraud-scoring~fb020e054cbf", "credit"])
      expect(await checkedDefault(known)).toEqual([0, "has reports"]);
    expect(await checkedDefault("fraud")).toEqual([
      0,
      "no report of fraud in this store yet; publish one, or correct DEFAULT_PIPELINE",
    ]);
  },
);

/** What `--check` ends with and says of an issuer. */
async function checkedIssuer(address: string) {
  const environment = { STORE: temporaryFolder(), OIDC_ISSUER: address, OIDC_AUDIENCE: AUDIENCE };
  const program = startProgram(environment, "--check");
  const code = await program.ended;
  return [code, /^issuer +(.*)$/m.exec(program.out())?.[1]];
}

test("an issuer of tokens is asked as well, and one that cannot be used is told with what to correct", async () => {
  const { issuer, state } = await startIssuer();

  expect(await checkedIssuer(issuer)).toEqual([0, "answers"]);
  const advice = "correct OIDC_ISSUER to the issuer's own name, or look at the way to it";
  const expected = (name: string): string =>
    `cannot read ${issuer}/.well-known/openid-configuration: expected what describes the issuer ${name}, found`;
  expect(await checkedIssuer(`${issuer}/`)).toEqual([
    5,
    `${expected(`${issuer}/`)} that of "${issuer}"; ${advice}`,
  ]);
  state.isDown = true;
  const [code, text] = await checkedIssuer(issuer);
  expect(code).toBe(5);
  expect(text).toMatch(/found fetch failed \(.+\); correct OIDC_ISSUER/);
});
