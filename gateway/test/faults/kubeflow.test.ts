import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FEATURESCOPE } from "../support/built-program.js";
import { eventually } from "../support/eventually.js";
import { type Output, startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";
import { BUCKET, PREFIX, READER } from "../support/servers/real-s3.js";
import { runProgram } from "../support/servers/run-program.js";
import { startSeaweedfs } from "../support/servers/seaweedfs.js";
import { ask } from "../support/start-gateway.js";
import { listening, startProgram } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const metadata = await obtain("ML Metadata", startMlMetadata);
const store = await obtain("SeaweedFS", startSeaweedfs);
afterAll(async () => {
  await metadata?.stop();
  await store?.stop();
});

/** Runs the step in a folder, as the launcher does for outputs at an address, and gives what its executor tells. */
async function runStep(folder: string, address: string, centre: number): Promise<Output[]> {
  const lines = Array.from({ length: 500 }, (_, i) => `${centre + ((i * 7919) % 31)}`);
  await writeFile(join(folder, "rows"), ["age", ...lines, ""].join("\n"));
  const types = { report: "system.Artifact", summary: "system.Markdown", metrics: "system.Metrics" };
  const artifact = (name: string, schemaTitle: string, uri: string) => ({
    artifacts: [
      {
        name,
        type: { schemaTitle, schemaVersion: "0.0.1" },
        uri,
        metadata: {},
        customPath: join(folder, name),
      },
    ],
  });
  const outputs = Object.entries(types).map(([name, type]) => [
    name,
    artifact(name, type, `${address}/${name}`),
  ]);
  const input = {
    inputs: {
      artifacts: { dataset: artifact("rows", "system.Dataset", "minio://mlpipeline/rows") },
      parameterValues: { pipeline: "credit", run: `run-${centre}` },
    },
    outputs: { artifacts: Object.fromEntries(outputs), outputFile: join(folder, "executor_output.json") },
  };
  await runProgram(process.execPath, [FEATURESCOPE, "analyze", "--executor-input", JSON.stringify(input)]);
  const output = JSON.parse(await readFile(join(folder, "executor_output.json"), "utf8")) as {
    artifacts: Record<string, { artifacts: [Omit<Output, "name" | "type">] }>;
  };
  return Object.entries(types).map(([name, type]) => ({
    ...output.artifacts[name]!.artifacts[0],
    name,
    type,
  }));
}

async function filesBelow(folder: string, name: string): Promise<[string, Buffer][]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (path): Promise<[string, Buffer]> => [
      path.slice(folder.length + 1),
      await readFile(path),
    ]),
  );
}

describe.runIf(metadata !== null && store !== null)("in Kubeflow", () => {
  test("a step of the built analyzer is found by a gateway of its own process, which asks ML Metadata", async () => {
    const root = "kubeflow/v2/artifacts";
    const launch = async (centre: number): Promise<void> => {
      const folder = temporaryFolder();
      const task = `score-customers/${centre}-run/feature-analyzer/0f0e-salt`;
      const outputs = await runStep(folder, `minio://${BUCKET}/${PREFIX}/${root}/${task}`, centre);
      await store!.put(`${root}/${task}`, await filesBelow(folder, "report"));
      await metadata!.record({
        pipeline: "score-customers",
        id: `${centre}-run`,
        namespace: "team-a",
        task: "feature-analyzer",
        outputs,
      });
    };
    await launch(40);
    const gateway = startProgram({
      PORT: "0",
      CATALOG: "mlmd",
      MLMD_ADDRESS: metadata!.address,
      MLMD_NAMESPACE: "team-a",
      STORE: `s3://${BUCKET}/${PREFIX}/${root}`,
      ...store!.environment(READER),
      POLL_SECONDS: "0.2",
    });
    const address = await listening(gateway);
    const rows = async () => {
      const answer = await ask(address, "/api/v1/pipelines/credit/features");
      expect(answer.status).toBe(200);
      return answer.json()["features"];
    };

    await eventually(async () => expect(await rows()).toMatchObject([{ name: "age", run: "run-40" }]));
    await launch(50);
    await eventually(async () => expect(await rows()).toMatchObject([{ name: "age", run: "run-50" }]));
    const statistics = await ask(address, "/api/v1/pipelines/credit/features/age/statistics.json");
    expect(statistics.json()).toMatchObject({ feature: "age", rows: 500, min: 50, max: 80 });
    expect(
      (await ask(address, "/api/v1/pipelines/credit/features/age/chart.png")).headers["content-type"],
    ).toBe("image/png");
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
  });
});
