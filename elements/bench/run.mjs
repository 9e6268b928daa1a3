// One panel, a hundred, a board and panels that come and go, in real Chromium beside what people embed instead: each in a page of its
// own, several rounds in turn, medians. Ends with 1 where a budget of issue 6 is missed. Run: npm run build && npm run bench -w elements
// -- [--rounds 5] [--only own,stays,others]
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { contenderFolders, contenders } from "./contenders.mjs";
import { makeReports } from "./make-report.mjs";
import { measureOwn, measureWhatStays } from "./measure-own.mjs";
import { measureContender } from "./measures/contender.mjs";
import { median } from "./median.mjs";
import { ownPages } from "./pages.mjs";
import { printTable } from "./print-table.mjs";
import { startServer } from "./start-server.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const cache = at("../../node_modules/.cache/featurescope/elements-bench");
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "own,stays,others" },
  },
});
const rounds = Number(values.rounds);

mkdirSync(cache, { recursive: true });
const reports = makeReports(`${cache}/reports`);
const others = values.only.includes("others") ? await contenders(cache, reports) : [];
const files = new Map([...ownPages(reports.now), ...others.flatMap(({ files }) => [...files])]);
const server = await startServer(
  { "/elements/": at("../dist"), "/now/": reports.now, "/later/": reports.later, ...contenderFolders(cache) },
  files,
);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
console.log(`Chromium ${browser.version()}, ${rounds} rounds`);

let isMissed = false;
try {
  if (values.only.includes("own")) isMissed = await measureOwn(browser, server, rounds);
  if (values.only.includes("stays")) isMissed = (await measureWhatStays(browser, server)) || isMissed;
  if (others.length > 0) {
    const figures = new Map(others.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++)
      for (const other of others)
        figures.get(other.name).push(await measureContender(browser, server, other));
    printTable(
      [
        "one feature",
        "code, kB gzip",
        "data, kB gzip",
        "ms to the first picture",
        "longest task, ms",
        "heap, MB",
      ],
      [...figures].map(([name, runs]) => [
        name,
        ...["code", "data", "ready", "longestTask", "heap"].map((key) => median(runs.map((run) => run[key]))),
      ]),
    );
  }
} finally {
  await browser.close();
  server.close();
}
process.exitCode = isMissed ? 1 : 0;
