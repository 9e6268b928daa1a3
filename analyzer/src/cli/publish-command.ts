import type { Command } from "commander";
import { findReports } from "../report/find-reports.js";
import { publishReport } from "../report/publish-report.js";
import { checkUsage, featurescopeCommand, type GivenOptions, valueOption } from "./command.js";
import { Faults } from "./faults.js";
import { outputOf } from "./output.js";
import { textOf } from "./rows-arguments.js";

const TEXT = {
  name: "publish",
  summary: "Put reports where a gateway finds them.",
  example: "featurescope publish report --to /srv/reports\nfeaturescope publish runs/* --to /srv/reports",
};

/** `featurescope publish`: puts reports where a gateway finds them. */
export function publishCommand(): Command {
  const to = valueOption("--to <store>", "folder that the gateway's STORE names; made where there is none");
  return featurescopeCommand(TEXT, [to])
    .argument("[report...]", "report directories, or folders that hold some")
    .action((_reports: string[], given: GivenOptions, command: Command) => runPublish(given, command));
}

async function runPublish(given: GivenOptions, command: Command): Promise<void> {
  const faults = new Faults();
  const paths = checkUsage(command, given, ["to"], faults);
  const store = textOf(given["to"]) ?? "";
  if (paths.length === 0) faults.add("name at least one report directory");
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(store)?.[1];
  if (scheme !== undefined) {
    faults.add(
      `--to: this version publishes into folders only, found ${scheme}://; name a folder, and copy it to the object store as it is`,
    );
  }
  faults.throwIfAny("invalid-usage", "this command cannot be followed");

  const output = outputOf(given);
  for (const { path } of await findReports(paths)) {
    const publication = await publishReport(path, store);
    const { pipeline, run, folder, isNew } = publication;
    output.result(`${pipeline} ${run} ${isNew ? "→" : "was already at"} ${folder}\n`, publication);
  }
}
