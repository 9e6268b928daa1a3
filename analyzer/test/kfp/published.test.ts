import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { commitLogCatalog } from "../../../gateway/src/catalog/commit-log-catalog.js";
import "../../../gateway/test/support/built-program.js";
import { startMinio } from "../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../gateway/test/support/servers/obtain.js";
import { BUCKET, PREFIX, READER } from "../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../gateway/test/support/servers/seaweedfs.js";
import { applications } from "../cli/tables.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";
import { runScript } from "./run-script.js";

const folder = temporaryFolder();
const python = kfpPython();
const [script, readme] = ["run-published.py", "../../README.md"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
) as [string, string];
const servers = [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)].filter(
  (server) => server !== null,
);
afterAll(() => Promise.all(servers.map((server) => server.stop())));

describe.skipIf(python === null).each(servers)("a pipeline that publishes to $name", (server) => {
  const rows = applications(folder, 500, 40, 50);

  const publish = (to: string, environment: Record<string, string>) =>
    runScript(
      python,
      "run-published.py",
      [join(folder, "runs"), rows, `s3://${BUCKET}/${PREFIX}/${to}`],
      environment,
    );

  test("puts the step's report where a gateway finds it", async () => {
    const { last, log } = await publish("published", server.environment());
    expect(last === null ? log : "").toBe("");
    const catalog = commitLogCatalog(server.store("published"));
    const found = [];
    for await (const sighting of catalog.list()) found.push((await catalog.open(sighting)).manifest);
    expect(found).toEqual([expect.objectContaining({ pipeline: "credit" })]);
    expect(found[0]?.dataset.rows).toBe(500);
  });

  test("fails where its keys may not write", async () => {
    const { last, log } = await publish("refused", server.environment(READER));
    expect(last).toBeNull();
    expect(log).toMatch(/expected to get, put and list below .*AccessDenied; check S3_ACCESS_KEY/);
  });
});

test("the README shows the steps that are tested", () => {
  const steps = /@dsl\.container_component.*(?=\n\n\npublished\()/s.exec(readFileSync(script, "utf8"))![0];
  expect(readFileSync(readme, "utf8")).toContain(steps);
});
