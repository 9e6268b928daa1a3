import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { FEATURESCOPE } from "../support/built-program.js";
import { eventually } from "../support/eventually.js";
import { mountedSecret } from "../support/mounted-secret.js";
import { publishedObjects } from "../support/report-files.js";
import { giving, startContainerEndpoint } from "../support/servers/container-endpoint.js";
import { freePorts } from "../support/servers/free-ports.js";
import { startInstanceEndpoint } from "../support/servers/instance-endpoint.js";
import { adminOf } from "../support/servers/minio-admin.js";
import { roleOf, startMinio } from "../support/servers/minio.js";
import { obtain } from "../support/servers/obtain.js";
import { BUCKET, PREFIX, READER, ROOT, type RealS3, WRITER } from "../support/servers/real-s3.js";
import { runProgram } from "../support/servers/run-program.js";
import { temporaryKeys } from "../support/servers/temporary-keys.js";
import { ask } from "../support/start-gateway.js";
import { AUDIENCE, startIssuer } from "../support/start-issuer.js";
import { type StartedProgram, listening, startProgram } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { writeReport } from "../support/write-report.js";
import { startS3Store } from "./start-s3-store.js";

const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";
const token = "the-token-of-the-pod-identity";
const servers = [await obtain("MinIO", startMinio)].filter((server) => server !== null);
let folders = 0;

const planOf = (n: number) => ({
  run: `r${n}`,
  createdAt: new Date(Date.UTC(2026, 10, n)).toISOString(),
  features: [{ name: "age", mean: n }],
});

/** The gateway over a folder of a server's bucket, with the keys that an environment leads to. */
async function started(server: RealS3, environment: Record<string, string>) {
  const folder = `temporary-${folders++}`;
  const publish = (n: number) => server.put(folder, publishedObjects(planOf(n), Date.UTC(2026, 10, n)));
  await publish(1);
  const program = startProgram({
    STORE: `s3://${BUCKET}/${PREFIX}/${folder}`,
    S3_ENDPOINT_URL: server.endpoint.origin,
    PORT: "0",
    POLL_SECONDS: "0.2",
    ...environment,
  });
  const address = await listening(program);
  const shows = (n: number) =>
    eventually(async () => {
      const { status, text } = await ask(address, statistics);
      expect([status, status === 200 && (JSON.parse(text) as { mean: number }).mean]).toEqual([200, n]);
    });
  return { folder, program, publish, address, shows };
}

/** The analyzer publishes run `n` into a folder that a gateway shows, and reads rows from it, with the same environment. */
async function useAnalyzer(
  server: RealS3,
  environment: Record<string, string>,
  { folder, shows }: Awaited<ReturnType<typeof started>>,
  n: number,
): Promise<void> {
  const run = (...args: string[]) => runProgram(process.execPath, [FEATURESCOPE, ...args], environment);
  const [report, out] = [temporaryFolder(), join(temporaryFolder(), "out")];
  await writeReport(report, planOf(n));
  await run("publish", report, "--to", `s3://${BUCKET}/${PREFIX}/${folder}`);
  await shows(n);
  await server.put(folder, [["rows.csv", Buffer.from("age\n1\n2\n3\n")]]);
  await run("analyze", "--data", `s3://${BUCKET}/${PREFIX}/${folder}/rows.csv`, "--out", out);
}

function expectNoSecret(program: StartedProgram, ...secrets: string[]): void {
  for (const secret of secrets) expect(`${program.out()}${program.error()}`.includes(secret)).toBe(false);
}

test.each([
  ["a session token goes with temporary keys", { sessionToken: "the-session" }, "the-session"],
  ["other keys go without", {}, undefined],
  ["and so does who has none", { accessKey: null, secretKey: null }, undefined],
])("%s, in each call", async (_what, credentials, expected) => {
  const { fake, store } = await startS3Store(credentials);
  const sent = new Set<unknown>();
  fake.fault = ({ headers }) => {
    sent.add(headers["x-amz-security-token"]);
    return false;
  };
  await store.get("file", { maxBytes: 100 });
  await store.stat("file");
  for await (const { name } of store.list("")) expect(name).toBe("file");

  expect([...sent]).toEqual([expected]);
});

describe.each(servers)("temporary keys of $name", (server) => {
  afterAll(() => server.stop());

  test("are accepted with their session token, and refused without", async () => {
    const keys = await temporaryKeys(server.endpoint, READER);
    const given = { S3_ACCESS_KEY: keys.AccessKeyId, S3_SECRET_KEY: keys.SecretAccessKey };
    const { shows, program } = await started(server, { ...given, S3_SESSION_TOKEN: keys.Token });
    await shows(1);
    expectNoSecret(program, keys.SecretAccessKey, keys.Token);

    const refused = await started(server, given);
    await eventually(() => expect(refused.program.out()).toContain("the store does not answer"));
    expect((await ask(refused.address, statistics)).status).toBe(503);
  });

  test("in a mounted secret are taken anew when it changes, and stay while it is broken", async () => {
    const user = { accessKey: "first-user", secretKey: "first-secret-for-tests" };
    const admin = adminOf(server.endpoint, ROOT);
    await admin.addUser(user, "reader");
    const valuesOf = async (of: typeof user) => {
      const {
        AccessKeyId: access,
        SecretAccessKey: secret,
        Token: session,
      } = await temporaryKeys(server.endpoint, of);
      return { access, secret, session };
    };
    const secret = await mountedSecret(await valuesOf(user));
    const { program, publish, shows } = await started(server, {
      S3_ACCESS_KEY_FILE: secret.pathOf("access"),
      S3_SECRET_KEY_FILE: secret.pathOf("secret"),
      S3_SESSION_TOKEN_FILE: secret.pathOf("session"),
    });
    await shows(1);

    await secret.change({ access: "half", secret: "", session: "" });
    await eventually(() => expect(program.out()).toContain("keys of the store cannot be renewed"));
    await publish(2);
    await shows(2);

    const values = await valuesOf(READER);
    await secret.change(values);
    await admin.disableUser(user.accessKey);
    await publish(3);
    await shows(3);
    expectNoSecret(program, ...Object.values(values), user.secretKey);
  });

  test("of a container's endpoint are used until they end, renewed then, and a dead endpoint hides no good copy", async () => {
    const user = { accessKey: "second-user", secretKey: "second-secret-for-tests" };
    const admin = adminOf(server.endpoint, ROOT);
    await admin.addUser(user, "reader");
    const first = await temporaryKeys(server.endpoint, user);
    const soon = new Date(Date.now() + 6000).toISOString();
    const endpoint = await startContainerEndpoint({ ...first, Expiration: soon }, token);
    const tokenFile = join(temporaryFolder(), "token");
    await writeFile(tokenFile, token);
    const environment = {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: endpoint.address,
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
    };
    const { address, program, publish, shows } = await started(server, environment);
    await shows(1);
    await publish(2);
    await shows(2);
    // Some thirty calls of the store have been signed since.
    expect(endpoint.calls).toBe(1);

    // The keys end while nobody answers; what was read stays.
    endpoint.answer = () => undefined;
    await eventually(() => expect(program.out()).toContain("no answer in time"));
    expect((await ask(address, statistics)).status).toBe(200);
    const asked = performance.now();
    const cold = await ask(address, "/api/v1/pipelines/credit/features/age/chart.png");
    expect([cold.status, cold.headers["retry-after"]]).toEqual([503, "2"]);
    // A promise of the interface, as for a store that hangs.
    expect(performance.now() - asked).toBeLessThan(2000);

    await admin.disableUser(user.accessKey);
    await publish(3);
    const second = await temporaryKeys(server.endpoint, READER);
    endpoint.answer = giving(second);
    await shows(3);
    expectNoSecret(program, token, first.SecretAccessKey, first.Token, second.SecretAccessKey, second.Token);
  });

  test("in Amazon's own variables let all programs in, at the store that these name, or ours does before them", async () => {
    const [nowhere] = await freePorts(1);
    const elsewhere = `http://127.0.0.1:${nowhere}`;
    const keys = await temporaryKeys(server.endpoint, WRITER);
    const who = {
      AWS_ACCESS_KEY_ID: keys.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.SecretAccessKey,
      AWS_SESSION_TOKEN: keys.Token,
    };
    const { origin } = server.endpoint;
    for (const where of [
      {
        S3_ENDPOINT_URL: "",
        AWS_ENDPOINT_URL_S3: origin,
        AWS_ENDPOINT_URL: elsewhere,
        AWS_REGION: "eu-west-1",
      },
      { S3_ENDPOINT_URL: origin, AWS_ENDPOINT_URL_S3: elsewhere, AWS_ENDPOINT_URL: elsewhere },
    ]) {
      const environment = { ...who, ...where };
      const gateway = await started(server, environment);
      await gateway.shows(1);
      await useAnalyzer(server, environment, gateway, 2);
      expectNoSecret(gateway.program, keys.SecretAccessKey, keys.Token);
    }

    // Keys that name this store alone are not mixed with those.
    const own = { S3_ACCESS_KEY: READER.accessKey, S3_SECRET_KEY: READER.secretKey };
    await (await started(server, { ...who, ...own })).shows(1);
  });

  test("of a container's endpoint let `featurescope publish` write and `analyze` read", async () => {
    const keys = await temporaryKeys(server.endpoint, WRITER);
    const endpoint = await startContainerEndpoint(keys, token);
    const environment = {
      S3_ENDPOINT_URL: server.endpoint.origin,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: endpoint.address,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
    };
    const gateway = await started(server, environment);
    await gateway.shows(1);

    await gateway.publish(2);
    await useAnalyzer(server, environment, gateway, 3);
  });

  test("of the machine's role are had from its metadata service, where that is named", async () => {
    const keys = await temporaryKeys(server.endpoint, READER);
    const endpoint = await startInstanceEndpoint(keys);
    const environment = { AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint.address };
    const { shows, program } = await started(server, environment);
    await shows(1);

    expect(endpoint.asked).toHaveLength(3);
    expectNoSecret(program, keys.SecretAccessKey, keys.Token);
  });

  test("of a role that a pod's own token leads to are had from the token service, whose file is read again", async () => {
    const { issuer, sign } = await startIssuer();
    const own = await startMinio(null, { issuer, client: AUDIENCE });
    onTestFinished(() => own.stop());
    const [port] = await freePorts(1);
    const tokenFile = join(temporaryFolder(), "token");
    const jwt = await sign({});
    await writeFile(tokenFile, jwt);
    const environment = {
      AWS_ROLE_ARN: roleOf(AUDIENCE),
      AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
      AWS_ENDPOINT_URL_STS: own.endpoint.origin,
    };
    const { shows, program } = await started(own, environment);
    await shows(1);
    expectNoSecret(program, jwt);

    await writeFile(tokenFile, await sign({ expiresIn: -600 }));
    const late = await started(own, environment);
    await eventually(() => expect(late.program.out()).toMatch(/expected keys from .*found: 40[03]/));
    await writeFile(tokenFile, await sign({}));
    await late.shows(1);

    const nowhere = await started(own, { ...environment, AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}` });
    await eventually(() => expect(nowhere.program.out()).toContain("found: ECONNREFUSED"));
  });
});
