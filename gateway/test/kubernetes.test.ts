import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readConfig } from "../src/config/read-config.js";
import { HARD_STOP_MS } from "../src/serve.js";
import { sha256 } from "../src/sha256.js";
import { eventually } from "./support/eventually.js";
import { mountedSecret } from "./support/mounted-secret.js";
import { publishedObjects } from "./support/report-files.js";
import { freePorts } from "./support/servers/free-ports.js";
import { obtain } from "./support/servers/obtain.js";
import { BUCKET, PREFIX, READER } from "./support/servers/real-s3.js";
import { startSeaweedfs } from "./support/servers/seaweedfs.js";
import { ask } from "./support/start-gateway.js";
import { startProgram } from "./support/start-program.js";

interface Probe {
  httpGet: { path: string; port: string };
}

interface Pod {
  terminationGracePeriodSeconds: number;
  volumes: { name: string; secret: { secretName: string } }[];
  containers: {
    env: { name: string; value: string }[];
    ports: { name: string; containerPort: number }[];
    readinessProbe: Probe;
    livenessProbe: Probe;
    volumeMounts: { name: string; mountPath: string }[];
  }[];
}

interface Manifest {
  kind: string;
  spec: {
    selector: object;
    ports: { targetPort: string }[];
    template: { metadata: { labels: object; annotations: Record<string, string> }; spec: Pod };
  };
}

const folder = join(import.meta.dirname, "..");
const manifests = parseAllDocuments(await readFile(join(folder, "kubernetes.yaml"), "utf8")).map(
  (document) => document.toJS() as Manifest,
);
const of = (kind: string): Manifest["spec"] => manifests.find((manifest) => manifest.kind === kind)!.spec;
const { metadata, spec: pod } = of("Deployment").template;
const [container] = pod.containers;
const environment = Object.fromEntries(container!.env.map(({ name, value }) => [name, value]));

/** What the README's command puts into the secret: names of its entries. */
const readme = await readFile(join(folder, "README.md"), "utf8");
const command = /create secret generic (\S+) \\\n((?:.*\\\n)*.*)/.exec(readme)!;
const entries = [...command[2]!.matchAll(/--from-literal=([a-z0-9-]+)=/g)].map(([, name]) => name);

test("service, budget, scraping and probes lead to the gateway's ports", () => {
  const ports = new Map(container!.ports.map(({ name, containerPort }) => [name, String(containerPort)]));
  const { PORT, ADMIN_PORT } = environment;

  expect(of("Service").ports.map(({ targetPort }) => ports.get(targetPort))).toEqual([PORT]);
  expect(of("Service").selector).toEqual(metadata.labels);
  expect(of("PodDisruptionBudget").selector).toEqual({ matchLabels: metadata.labels });
  expect(metadata.annotations["prometheus.io/port"]).toBe(ADMIN_PORT);
  for (const { httpGet } of [container!.readinessProbe, container!.livenessProbe])
    expect(ports.get(httpGet.port)).toBe(ADMIN_PORT);
});

test("a pod has the time that a gateway takes to stop", () => {
  const { drainSeconds } = readConfig({ HOST: environment["HOST"], ALLOW_ANONYMOUS: "true" });
  expect(drainSeconds).toBeGreaterThan(0);
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(drainSeconds + HARD_STOP_MS / 1000);
});

test("files of the secret are those that the README's command makes", () => {
  const [volume] = pod.volumes;
  const [mount] = container!.volumeMounts;
  const files = Object.entries(environment).filter(([name]) => name.endsWith("_FILE"));

  expect([mount!.name, command[1]]).toEqual([volume!.name, volume!.secret.secretName]);
  expect(files.map(([, path]) => path).toSorted()).toEqual(
    entries.map((name) => `${mount!.mountPath}/${name}`).toSorted(),
  );
});

const servers = [await obtain("SeaweedFS", startSeaweedfs)].filter((server) => server !== null);

describe.each(servers)("$name", (server) => {
  afterAll(() => server.stop());

  test("a gateway with the manifest's environment serves the bucket to whoever has the token", async () => {
    await server.put("pods", publishedObjects({ run: "a" }, Date.UTC(2026, 10, 1)));
    const token = randomBytes(24).toString("hex");
    const secret = await mountedSecret({
      "s3-access-key": READER.accessKey,
      "s3-secret-key": READER.secretKey,
      "access-tokens": `team:${sha256(token)}`,
    });
    const [port, adminPort] = await freePorts(2);
    const mounted = container!.volumeMounts[0]!.mountPath;
    const program = startProgram({
      ...Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, value.replace(mounted, secret.pathOf(""))]),
      ),
      STORE: `s3://${BUCKET}/${PREFIX}/pods`,
      S3_ENDPOINT_URL: server.endpoint.origin,
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
    });
    const probed = async ({ httpGet }: Probe) =>
      (await ask(`http://127.0.0.1:${adminPort}/`, httpGet.path)).status;

    await eventually(async () => expect(await probed(container!.readinessProbe)).toBe(200));
    expect(await probed(container!.livenessProbe)).toBe(200);
    const address = `http://127.0.0.1:${port}/`;
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(address, "/api/v1/features/age/stats")).status).toBe(401);
    expect((await ask(address, "/api/v1/features/age/stats", { headers })).status).toBe(200);
    expect(program.events().filter(({ level }) => level !== "info")).toEqual([]);
  });
});
