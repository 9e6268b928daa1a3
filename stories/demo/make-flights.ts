import { join } from "node:path";
import { demoFolder, flightsTable, repository } from "./places.js";
import { runFeaturescope } from "./run-featurescope.js";

const REFERENCE = "2001-01-01T00:00:00Z/2001-02-01T00:00:00Z";
/** Twenty whole weeks, from a Monday to a Monday. */
const WEEKS = "2001-02-05T00:00:00Z/2001-06-25T00:00:00Z";

/**
 * Analyses three million real flights: January 2001 is frozen as the reference, then each week is a run.
 * @param folder where to write; a report a week under `runs/`
 */
export async function makeFlights(folder: string): Promise<void> {
  const table = flightsTable();
  const reference = join(folder, "reference.json");
  const rows = { data: table, "time-column": "date" };
  await runFeaturescope(repository, "reference", { ...rows, window: REFERENCE, out: reference });
  await runFeaturescope(repository, "analyze", {
    ...rows,
    every: "1w",
    window: WEEKS,
    reference,
    config: join(demoFolder, "flights.yaml"),
    pipeline: "flights",
    out: join(folder, "runs"),
  });
}
