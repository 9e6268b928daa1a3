import { grpcCaller } from "../src/ml-metadata/call-grpc.js";
import { openMlMetadata } from "../src/ml-metadata/open-ml-metadata.js";
import { recordedReport } from "../test/support/recorded-report.js";
import { type MlMetadataServer, startMlMetadata } from "../test/support/servers/ml-metadata.js";
import { median } from "./median.js";

const RUNS = 5000;
const AT_ONCE = 250;
const TIMES = 20;
const IS_REPORT = "custom_properties.schema.string_value = 'featurescope-report' AND state = LIVE";

async function fill(server: MlMetadataServer): Promise<void> {
  const manifest = Buffer.from("{}");
  for (let done = 0; done < RUNS; done += AT_ONCE) {
    const runs = Array.from({ length: AT_ONCE }, (_, i) => {
      const run = `r${done + i}`;
      const uri = `minio://mlpipeline/v2/artifacts/score/${run}/feature-analyzer/report`;
      return { ...recordedReport({ run }, manifest, uri), pipeline: `pipeline-${i % 10}` };
    });
    await server.recordMany(runs);
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function medianOf(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await milliseconds(work));
  return `${median(times).toFixed(0)} ms`;
}

/**
 * Measures looks at the real store of ML Metadata, beside other ways to ask. `MLMD_DATABASE` names another database than
 * SQLite, an empty one: `mysql://user@host:port/name`.
 */
export async function metadata(): Promise<void> {
  const database = process.env["MLMD_DATABASE"];
  const server = await startMlMetadata(database === undefined ? {} : { database });
  console.log(`noting ${RUNS} runs …`);
  await fill(server);
  const raw = grpcCaller(server.address, false, 60_000);
  const client = openMlMetadata({ address: server.address, tls: false });
  const ask = (more: string) => () => {
    const order_by_field = { field: "ID", is_asc: false };
    const options = { max_result_size: 100, order_by_field, filter_query: `${IS_REPORT}${more}` };
    return raw.call("GetArtifacts", { options });
  };
  let newest: number[] = [];
  const look = async () => {
    for await (const page of client.reports()) {
      newest = page.map(({ id }) => id);
      return;
    }
  };
  const all = await milliseconds(async () => {
    for await (const page of client.reports()) newest = page.map(({ id }) => id);
  });
  const inContext = " AND contexts_a.type = 'system.Pipeline' AND contexts_a.name = 'pipeline-3'";
  const rows = [
    ["a look at nothing new", await medianOf(look)],
    ["the same, not bound", await medianOf(ask(""))],
    ["bound to a pipeline's context", await medianOf(ask(inContext))],
    [
      "bound to the last two days",
      await medianOf(ask(` AND create_time_since_epoch > ${Date.now() - 172_800_000}`)),
    ],
    ["all reports", `${(all / 1000).toFixed(1)} s`],
    ["whose a hundred are", await medianOf(() => client.namespacesOf(newest))],
  ];
  console.log(`\n| ${RUNS} reports |  |\n|---|--:|`);
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
  raw.close();
  client.close();
  await server.stop();
}
