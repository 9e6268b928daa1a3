import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";

const folder = temporaryFolder();

test("all faults of a command line are said at once", async () => {
  const { code, stdout, stderr } = await featurescope(
    ["analyze", "--dta", "rows.csv", "--out", "--window", "yesterday", "--every", "2w", "--run", "Run 1"],
    ["--fail-on", "drift", "--format=xlsx", "more.csv"],
  );
  expect(code).toBe(2);
  expect(stdout).toBe("");
  for (const fault of [
    "unknown option --dta; did you mean --data?",
    "--data is required",
    "--out needs a value: --out <dir>",
    "--window: expected START/END",
    "--every: expected one of 1h, 1d, 1w, found 2w",
    "--run: expected up to 100",
    "--fail-on: expected one of watch, shifted, found drift",
    "--format: expected one of csv, parquet, jsonl, found xlsx",
    "unexpected more.csv",
  ]) {
    expect(stderr).toContain(fault);
  }
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([
  ["analyze", ["--data=none.csv"]],
  ["reference", ["--data=none.csv"]],
  ["merge", ["none"]],
  ["overview", ["none"]],
])("an address is no --out of %s: a folder of that name would be made here", async (command, args) => {
  for (const out of ["s3://reports/november", "s3:/reports/november"]) {
    expect(await featurescope(command, args, "--out", out)).toMatchObject({
      code: 2,
      stderr: `featurescope: the command line is not valid: --out: expected a path on this machine, found ${out}; featurescope publish puts reports into a store\n`,
    });
  }
});

test("an address of another kind, or one that lost a slash, is no store to publish to", async () => {
  for (const to of ["gs://reports", "s3:/reports/november"]) {
    expect(await featurescope("publish", folder, "--to", to)).toMatchObject({
      code: 2,
      stderr: `featurescope: the command line is not valid: --to: expected a folder or s3://bucket/prefix, found ${to}\n`,
    });
  }
});

test("options that contradict each other are refused", async () => {
  const { code, stderr } = await featurescope("analyze", "--data=x", "--out=y", "--every=1d", "--run=a");
  expect(code).toBe(2);
  expect(stderr).toContain("--every needs --time-column");
  expect(stderr).toContain("--run names one run");
});

test("an option that is given twice is a fault, and no file is left out without a word", async () => {
  const { code, stderr } = await featurescope(
    ["analyze", "--data", "november.csv", "--data", "december.csv", "--out", join(folder, "twice")],
    ["--feature", "age", "--feature", "income"],
  );
  expect(code).toBe(2);
  expect(stderr).toBe("featurescope: the command line is not valid: --data is given more than once\n");
});

test("all faults of a configuration are said at once, before any row is read", async () => {
  const config = join(folder, "config.yaml");
  writeFileSync(config, "featurs:\n  age: {}\nthresholds: {watch: -1}\n");
  const { code, stderr } = await featurescope(
    "analyze",
    "--data=none.csv",
    `--out=${folder}/x`,
    `--config=${config}`,
  );
  expect(code).toBe(2);
  expect(stderr).toContain("featurs: unknown key; did you mean features?");
  expect(stderr).toContain("thresholds.watch: expected a number of 0 or more, found -1");
});

test.each([["analyze"], ["reference"]])(
  "faults of the command line and of the configuration are said at once by %s",
  async (command) => {
    const config = join(folder, "both.yaml");
    writeFileSync(config, "featurs: {}\nthresholds: {watch: -1}\n");
    const args = ["--data=none.csv", "--window=x", `--out=${folder}/x`];
    expect(await featurescope(command, args, `--config=${config}`)).toMatchObject({
      code: 2,
      stderr: [
        "featurescope: the command line is not valid: 2 faults",
        "  - --window: expected START/END such as 2026-11-01/2026-12-01 or 2026-11-01T00:00Z/2026-11-01T01:00Z, the earlier first, found x",
        `  - ${config} is not valid: 2 faults`,
        "    - featurs: unknown key; did you mean features?",
        "    - thresholds.watch: expected a number of 0 or more, found -1",
        "",
      ].join("\n"),
    });
    expect(await featurescope(command, args, "--config")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/2 faults\n  - --config needs a value.*\n  - --window: .*\n$/) as string,
    });
  },
);

test("a configuration that is missing or not YAML is refused by its path", async () => {
  const broken = join(folder, "broken.yaml");
  writeFileSync(broken, "features: [\n");
  for (const config of [broken, join(folder, "none.yaml")]) {
    const { code, stderr } = await featurescope("analyze", "--data=x", "--out=y", "--config", config);
    expect(code).toBe(2);
    expect(stderr).toContain(`expected YAML or JSON in ${config}`);
    expect(stderr).not.toContain(":;");
  }
});

test("words beside the options are told of with what may have made them: a pattern that the shell replaced, a list with spaces", async () => {
  for (const args of [
    ["--data", "a.csv", "b.csv"],
    ["--data", "a.csv", "--features", "age,", "income"],
  ]) {
    const { code, stderr } = await featurescope("analyze", args, "--out", join(folder, "x"));
    expect(code).toBe(2);
    expect(stderr).toMatch(/unexpected (b.csv|income): .* a pattern in quotes, .* commas without spaces/);
  }
});

test("a mistyped command is answered with the nearest one", async () => {
  const { code, stderr } = await featurescope("analyse");
  expect(code).toBe(2);
  expect(stderr).toContain("featurescope: unknown command 'analyse'");
  expect(stderr).toContain("analyze");
});

test.each(["analyze", "reference", "merge", "overview", "publish"])(
  "%s --help shows its options and an example",
  async (command) => {
    const { code, stdout } = await featurescope(command, "--help");
    expect(code).toBe(0);
    expect(stdout).toContain(`Example:\n  featurescope ${command} `);
    expect(stdout).toMatch(/--(data <source>|out <(dir|file)>|to <store>)/);
  },
);

test("with --json, faults are one line of JSON with their code", async () => {
  const { code, stderr } = await featurescope("publish", "--json");
  expect(code).toBe(2);
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
  expect(error.code).toBe("invalid-usage");
  expect(error.message).toContain("--to is required");
});

test("all that is wrong with a store to publish to is said at once", async () => {
  const environment = {
    S3_ENDPOINT_URL: "seaweedfs:8333",
    S3_ACCESS_KEY: "key",
    S3_SECRET_KEY_FILE: "/nothing/here",
  };
  const { code, stderr } = await featurescope(["publish", "report", "--to", "s3://b/../c"], environment);
  expect(code).toBe(2);
  expect(stderr).toContain("4 faults");
  expect(stderr).toContain("--to: expected s3://bucket/prefix, found s3://b/../c");
  expect(stderr).toContain(
    "S3_ENDPOINT_URL: expected an address without a path such as http://seaweedfs:8333",
  );
  expect(stderr).toContain("S3_SECRET_KEY_FILE: expected a file that can be read");
  expect(stderr).toContain("S3_ACCESS_KEY and S3_SECRET_KEY: expected both or none, found one");
  const other = await featurescope("publish", "report", "--to", "gs://bucket/prefix");
  expect(other).toMatchObject({ code: 2 });
  expect(other.stderr).toContain("--to: expected a folder or s3://bucket/prefix, found gs://");
});
