import type { Command } from "commander";
import { overviewHtml } from "../../report/overview-html.js";
import { readManifest } from "../../report/read/read-manifest.js";
import { writeFileWhole } from "../../report/write/write-file-whole.js";
import { checkUsage, featurescopeCommand, type GivenOptions, valueOption } from "../command.js";
import { Faults } from "../faults.js";
import { outputOf } from "../output.js";
import { readOut } from "../read-out.js";

const TEXT = {
  name: "overview",
  summary: "Put a report into one HTML file, to send or to keep.",
  example: "featurescope overview report --out overview.html",
};

/** `featurescope overview`: a report directory in, one interactive HTML file out. */
export function overviewCommand(): Command {
  const out = valueOption("--out <file>", "the HTML file; it needs no server and no other file");
  return featurescopeCommand(TEXT, [out])
    .argument("[report]", "report directory")
    .action((_report: string | undefined, given: GivenOptions, command: Command) =>
      runOverview(given, command),
    );
}

async function runOverview(given: GivenOptions, command: Command): Promise<void> {
  const faults = new Faults();
  const [report, ...more] = checkUsage(command, given, ["out"], faults);
  if (report === undefined) faults.add("name a report directory");
  if (more.length > 0) faults.add(`expected one report directory, found ${more.length + 1}`);
  const out = readOut(given, faults);
  faults.throwIfAny();

  const { manifest } = await readManifest(report ?? "");
  const { html, features } = await overviewHtml(report ?? "", manifest);
  await writeFileWhole(out, html);
  const all = manifest.features.length;
  const shown = features === all ? "" : `; panels for the first ${features} of ${all} features`;
  const { pipeline, run } = manifest;
  outputOf(given).result(`${pipeline} ${run} → ${out} (${(html.length / 1e6).toFixed(1)} MB${shown})\n`, {
    pipeline,
    run,
    file: out,
    bytes: html.length,
    features,
  });
}
