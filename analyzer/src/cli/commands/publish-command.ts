import type { Command } from "commander";
import { isAddress, shownSource } from "../../dataset/download/address.js";
import { isBucketAddress, readBucketLocation } from "../../publish/bucket-location.js";
import { folderTarget } from "../../publish/folder-target.js";
import { publishReport } from "../../publish/publish-report.js";
import type { PublishTarget } from "../../publish/publishable.js";
import { findReports } from "../../report/read/find-reports.js";
import { checkUsage, featurescopeCommand, type GivenOptions, valueOption } from "../command.js";
import { Faults } from "../faults.js";
import { textOf } from "../options/option-values.js";
import { outputOf } from "../output.js";

const TEXT = {
  name: "publish",
  summary: "Put reports where a gateway finds them.",
  example:
    "featurescope publish report --to /srv/reports\nfeaturescope publish runs/* --to s3://mlpipeline/featurescope",
};

/** `featurescope publish`: puts reports where a gateway finds them. */
export function publishCommand(): Command {
  const to = valueOption(
    "--to <store>",
    "a folder, created if need be, or s3://bucket/prefix (S3_ENDPOINT_URL, S3_ACCESS_KEY and S3_SECRET_KEY say where and as whom, without them AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the role of a pod on EKS or ECS); the same as the gateway's STORE",
  );
  return featurescopeCommand(TEXT, [to])
    .argument("[report...]", "report directories, or folders of them")
    .action((_reports: string[], given: GivenOptions, command: Command) => runPublish(given, command));
}

async function runPublish(given: GivenOptions, command: Command): Promise<void> {
  const faults = new Faults();
  const paths = checkUsage(command, given, ["to"], faults);
  const store = textOf(given["to"]) ?? "";
  if (paths.length === 0) faults.add("name at least one report directory");
  const target = await openTarget(store, faults);

  const output = outputOf(given);
  for (const { path } of await findReports(paths)) {
    const publication = await publishReport(path, target);
    const { pipeline, run, folder, isNew } = publication;
    output.result(`${pipeline} ${run} ${isNew ? "→" : "was already at"} ${folder}\n`, publication);
  }
}

/** What `--to` names. @throws FeaturescopeError `invalid-usage` with all faults, those noted before included */
async function openTarget(store: string, faults: Faults): Promise<PublishTarget> {
  const isBucket = isBucketAddress(store);
  const location = isBucket ? readBucketLocation(store, process.env, faults) : null;
  if (!isBucket && isAddress(store)) {
    faults.add(`--to: expected a folder or s3://bucket/prefix, found ${shownSource(store)}`);
  }
  faults.throwIfAny();
  if (location === null) return folderTarget(store);
  // Only those who need the client wait for it to load.
  const { bucketTarget } = await import("../../publish/bucket-target.js");
  return bucketTarget(location);
}
