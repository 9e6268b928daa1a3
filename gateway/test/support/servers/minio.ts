import { createHash } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { NotificationConfig, QueueConfig } from "minio";
import { freePorts } from "./free-ports.js";
import { installOnce } from "./install-once.js";
import { adminOf } from "./minio-admin.js";
import { BUCKET, PREFIX, READER, ROOT, RealS3, WRITER, startServer } from "./real-s3.js";
import { runProgram } from "./run-program.js";

/** Lists and reads one prefix, and nothing else: what the README gives as the gateway's policy. A publisher's also writes. */
const policy = (...actions: string[]) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: [`arn:aws:s3:::${BUCKET}`],
      Condition: { StringLike: { "s3:prefix": [`${PREFIX}/*`] } },
    },
    { Effect: "Allow", Action: actions, Resource: [`arn:aws:s3:::${BUCKET}/${PREFIX}/*`] },
  ],
});

async function install(): Promise<string> {
  const folder = await installOnce("minio", async (folder) => {
    // Built from source, as there are no binaries any more: minutes, so only where it must be.
    if (process.env["CI"] !== "true") throw new Error("building it takes minutes; CI=true does");
    await runProgram("go", ["install", "github.com/minio/minio@latest"], { GOBIN: folder, GOFLAGS: "-p=1" });
  });
  return join(folder, "minio");
}

/** Role of those whose tokens an issuer signed for a client: they may do what a reader may. */
export const roleOf = (client: string): string =>
  `arn:minio:iam:::role/${createHash("sha1").update(client).digest("base64url")}`;

/**
 * Starts MinIO.
 * @param hook where it posts what happens to objects; null for nowhere
 * @param identity an issuer whose tokens for a client give keys, see {@link roleOf}; null for none
 */
export async function startMinio(
  hook: { address: string; token: string } | null = null,
  identity: { issuer: string; client: string } | null = null,
): Promise<RealS3> {
  const program = await install();
  const folder = await mkdtemp(join(tmpdir(), "featurescope-minio-"));
  const [port] = await freePorts(1);
  const endpoint = new URL(`http://127.0.0.1:${port}`);
  const environment = {
    MINIO_ROOT_USER: ROOT.accessKey,
    MINIO_ROOT_PASSWORD: ROOT.secretKey,
    MINIO_BROWSER: "off",
    MINIO_UPDATE: "off",
    MINIO_CI_CD: "1",
    ...(hook !== null && {
      MINIO_NOTIFY_WEBHOOK_ENABLE_hook: "on",
      MINIO_NOTIFY_WEBHOOK_ENDPOINT_hook: hook.address,
      MINIO_NOTIFY_WEBHOOK_AUTH_TOKEN_hook: `Bearer ${hook.token}`,
    }),
    ...(identity !== null && {
      MINIO_IDENTITY_OPENID_CONFIG_URL: `${identity.issuer}/.well-known/openid-configuration`,
      MINIO_IDENTITY_OPENID_CLIENT_ID: identity.client,
      MINIO_IDENTITY_OPENID_ROLE_POLICY: "reader",
    }),
  };
  const args = ["server", "--quiet", "--address", `127.0.0.1:${port}`, `${folder}/disk`];
  const child = await startServer(program, args, {
    folder,
    address: `${endpoint.origin}/minio/health/ready`,
    environment,
  });
  const server = new RealS3("MinIO", endpoint, child, folder);
  await oncePossible(() => server.client.makeBucket(BUCKET, "us-east-1"));
  const admin = adminOf(endpoint, ROOT);
  await oncePossible(() => admin.addPolicy("reader", policy("s3:GetObject")));
  await admin.addPolicy("writer", policy("s3:GetObject", "s3:PutObject"));
  await admin.addUser(READER, "reader");
  await admin.addUser(WRITER, "writer");
  if (hook !== null) {
    const config = new NotificationConfig();
    const queue = new QueueConfig("arn:minio:sqs::hook:webhook");
    queue.addEvent("s3:ObjectCreated:*");
    config.add(queue);
    await server.client.setBucketNotification(BUCKET, config);
  }
  return server;
}

/** A server that calls itself ready may still answer 503 for a moment. */
async function oncePossible(call: () => Promise<void>): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      return await call();
    } catch (error) {
      if (left === 0) throw error;
    }
    await wait(100);
  }
}
