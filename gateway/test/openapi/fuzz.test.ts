import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { obtain } from "../support/servers/obtain.js";
import { runProgram } from "../support/servers/run-program.js";
import { installSchemathesis } from "../support/servers/schemathesis.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const SEED = 20_261_128;
const program = await obtain("schemathesis", installSchemathesis);

/** What every answer is held against: no 5xx, and nothing that is not described. */
const CHECKS = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
  "response_schema_conformance",
];

test.runIf(program !== null).each([
  ["any names", 10, ""],
  [
    "names that are there",
    100,
    '[parameters]\n"path.pipeline" = "credit"\n"path.feature" = "age"\n"path.run" = "a"\n',
  ],
])(
  "made up from the description with %s, no request is answered with a 5xx or otherwise than described",
  async (_what, least200, settings) => {
    const store = temporaryFolder();
    await publish(store, { run: "a", features: [{ name: "age" }, { name: "年龄" }] });
    const { ask, served } = await startGateway(store, { signingKeys: ["a-key-for-signing-tests"] });
    const folder = temporaryFolder();
    const config = join(folder, "schemathesis.toml");
    await writeFile(config, settings);

    const args = [
      `--config-file=${config}`,
      "run",
      `${served.address}openapi.json`,
      `--checks=${CHECKS.join(",")}`,
      // A stream of events has no end.
      "--exclude-path=/api/v1/events",
      "--max-examples=10",
      `--seed=${SEED}`,
      "--phases=examples,coverage,fuzzing",
      "--request-timeout=20",
      "--generation-database=none",
      "--no-color",
    ];
    // It keeps what it found in the folder in which it is started.
    const outcome = await runProgram(program!, args, {}, folder).then(
      () => "all as described",
      (error: Error) => error.message,
    );

    expect(outcome).toBe("all as described");
    const counts = (await ask("/metrics")).text.matchAll(
      /^featurescope_http_request_duration_seconds_count\{.*status="(\d+)"\} (\d+)$/gm,
    );
    let served200 = 0;
    let all = 0;
    for (const [, status, count] of counts) {
      all += Number(count);
      if (status === "200") served200 += Number(count);
    }
    expect(all).toBeGreaterThan(300);
    expect(served200).toBeGreaterThan(least200);
  },
  180_000,
);
