import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fingerprint } from "./fingerprint.js";
import { makeCredit } from "./make-credit.js";
import { makeFlights } from "./make-flights.js";
import { makePipeline } from "./make-pipeline.js";
import { analyzerFolder, demoFolder, repository } from "./places.js";
import { stopAll } from "./run-featurescope.js";

/** Makes the data of `npm start`: two pipelines' reports in a store, by the real command; nothing is made twice. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const store = resolve(values.out ?? join(repository, "reports"));
  const inputs = await fingerprint(analyzerFolder, demoFolder, import.meta.dirname);
  const pipelines = [
    { name: "flights", what: "3 million flights, 20 weeks against January 2001", make: makeFlights },
    { name: "credit", what: "credit applications, 12 months with a planted shift", make: makeCredit },
  ];
  await Promise.all(
    pipelines.map(async ({ name, what, make }) => {
      const started = Date.now();
      const made = await makePipeline(store, name, inputs, (folder) => {
        console.log(`${name}: analysing ${what}`);
        return make(folder);
      });
      if (made) console.log(`${name}: published after ${((Date.now() - started) / 1000).toFixed(0)} s`);
    }),
  );
}

try {
  await main();
} catch (error) {
  stopAll();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
