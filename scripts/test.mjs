// `npm test`: everything a reader may rely on, headless, from a clean checkout. Ends with one line of totals.
import { mkdir, readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { findEngines } from "./find-engines.mjs";
import { obtainNode } from "./obtain-node.mjs";
import { root, run } from "./run.mjs";

const results = join(root, "test-results");
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
process.env.CHROMIUM_PATH = await findChromium();

const total = { passed: 0, failed: 0 };
function add(passed, failed) {
  total.passed += passed;
  total.failed += failed;
}

async function step(name, program, ...args) {
  console.log(`\n— ${name}`);
  const passed = (await run(program, args)) === 0;
  add(passed ? 1 : 0, passed ? 0 : 1);
  return passed;
}

/** Runs a test runner that writes a JSON report, and adds its counts. A runner that dies or runs nothing has failed. */
async function suite({ name, report, counts, program, args }, env) {
  console.log(`\n— ${name}`);
  const code = await run(program, args, env);
  try {
    const { passed, failed } = counts(JSON.parse(await readFile(report, "utf8")));
    const lost = (code !== 0 && failed === 0) || passed + failed === 0;
    add(passed, failed + (lost ? 1 : 0));
  } catch (error) {
    console.error(`${name}: no results (${error.message})`);
    add(0, 1);
  }
}

function vitest(name, project, files = []) {
  const report = join(results, `${name.replaceAll(" ", "-")}.json`);
  const reporting = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name,
    report,
    counts: (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests || json.numFailedTestSuites,
    }),
    program: "vitest",
    args: ["run", ...files, "--project", project, ...reporting],
  };
}

/** Whatever a newer Node could break: native packages, streams, HTTP, the command line. */
const OTHER_NODES = ["22.23.5", "24.22.3"];
const OTHER_NODES_TESTS = [
  "analyzer/test/cli/analyze.test.ts",
  "analyzer/test/report/picture/draw-picture.test.ts",
  "gateway/test/faults/hanging-folder.test.ts",
  "gateway/test/main.test.ts",
  "gateway/test/serve.test.ts",
  "gateway/test/routes/serving.test.ts",
];

const built = await step("build", "node", "scripts/build.mjs");
await step("format, lint, types, schema, lock file", "node", "scripts/check.mjs");
if (built) {
  await step("bundle budgets", "node", "elements/scripts/check-budget.mjs");
  await suite(vitest("node tests", "node"));
  for (const version of OTHER_NODES) {
    const folder = obtainNode(version);
    if (folder === null) console.log(`\n— Node ${version}: no package for this machine, left out`);
    else {
      const path = `${folder}${delimiter}${process.env.PATH}`;
      await suite(vitest(`Node ${version}`, "node", OTHER_NODES_TESTS), { PATH: path });
    }
  }
  await suite(vitest("browser tests", "browser"));
  if (await step("stories", "node", "stories/scripts/build.mjs")) {
    const report = join(results, "e2e.json");
    await suite(
      {
        name: "end-to-end tests",
        report,
        counts: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
        program: "playwright",
        args: ["test", "-c", "e2e", "--reporter=list,json"],
      },
      { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    );
    const { found, missing } = findEngines();
    if (missing.length > 0) {
      console.log(
        `\n${missing.join(" and ")} cannot be had here: left out, except in CI, where that is a failure`,
      );
      add(0, process.env.CI ? missing.length : 0);
    }
    if (found.length > 0) await suite(vitest("engines", "engines"));
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
