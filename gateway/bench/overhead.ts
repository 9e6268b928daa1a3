import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { benchFolder } from "./bench-folder.js";
import { median } from "./median.js";
import { sentBy } from "./sent-by.js";
import { startGateway } from "./start-gateway.js";
import { largeDocument, publish } from "./store.js";

const PROGRAM = fileURLToPath(new URL("overhead-program.mjs", import.meta.url));
const STATUSES = ["200", "304"] as const;

/** Microseconds of processor time for a request, of each turn. */
type Told = Record<(typeof STATUSES)[number], Record<"bare" | "gateway", number[]>>;

/** Measures what a kept answer costs beside bare node:http where the kernel's part is left out; for machines that are never quiet. */
export async function overhead(): Promise<void> {
  const folder = benchFolder();
  const plan = { run: "a", features: [{ name: "user_age" }] };
  publish(folder, plan, Date.now(), {
    "features/user_age/distribution.json": Buffer.from(JSON.stringify(largeDocument(plan))),
  });
  const path = "/api/v1/pipelines/credit/features/user_age/distribution.json";
  const { program, address } = await startGateway(folder);
  const url = new URL(path, address).href;
  // Asked once before: the second answer is a hit.
  await sentBy(url, {});
  const whole = await sentBy(url, { "Accept-Encoding": "gzip" });
  const { etag } = whole;
  const notModified = await sentBy(url, { "Accept-Encoding": "gzip", "If-None-Match": etag });
  program.stop();

  const child = fork(PROGRAM);
  const body = whole.body.toString("base64");
  child.send({ folder, path, etag, body, whole: whole.headers, notModified: notModified.headers });
  const [told] = (await once(child, "message")) as [Told];
  console.log("\n| status | bare, CPU µs/request | gateway, CPU µs/request | × bare |");
  console.log("|---|---|---|---|");
  for (const status of STATUSES) {
    const { bare, gateway } = told[status];
    const ratio = median(bare.map((took, at) => took / gateway[at]!));
    console.log(
      `| ${status} | ${median(bare).toFixed(1)} | ${median(gateway).toFixed(1)} | ${ratio.toFixed(2)} |`,
    );
  }
}
