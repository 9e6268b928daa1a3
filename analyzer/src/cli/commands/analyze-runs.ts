import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { analyze, type AnalyzeRequest, type Watcher } from "../../analyze.js";
import { FeaturescopeError, type FrozenReference, type Kind, runIdOf } from "../../artifact/index.js";
import { shownSource } from "../../dataset/download/address.js";
import { spoolWindows, type WindowLength } from "../../dataset/spool-windows.js";
import { formatWindow } from "../../drift/index.js";
import { readManifest } from "../../report/read/read-manifest.js";
import type { Configuration } from "../../report/run/configuration.js";
import { sayReading } from "../../report/say-reading.js";
import { cannotWrite } from "../../report/write/cannot-write.js";
import { partialPathOf, removePartial } from "../../report/write/partial-paths.js";
import type { WrittenRun } from "../../report/write/write-run.js";
import { openReference } from "../open-reference.js";
import type { AnalyzeArguments } from "../options/analyze-arguments.js";
import { datasetOptions } from "../options/rows-arguments.js";
import type { Output } from "../output.js";
import type { Progress } from "../progress.js";
import { sayComparison } from "../say-comparison.js";
import { sayFutureWindow } from "../say-future-window.js";
import { sayWindows } from "../say-windows.js";
import { copyWatcher, stageWatcher } from "../stage-watcher.js";

/** Analyses all rows as one run or, with `--every`, each window as a run of its own, oldest first. The reference is frozen once. */
export async function* analyzeRuns(
  args: AnalyzeArguments,
  configuration: Configuration,
  output: Pick<Output, "progress" | "warning">,
): AsyncGenerator<WrittenRun> {
  const { progress } = output;
  const reference =
    args.reference === null ? null : await openReference(args.reference, args, configuration, output);
  const future = args.every === null ? sayFutureWindow(args.window, Date.now()) : [];
  [...sayComparison(args, reference), ...sayWindows(args, reference), ...future].forEach(output.warning);
  const request: AnalyzeRequest = {
    data: args.data,
    dataset: {
      ...datasetOptions(args, configuration),
      ...(reference !== null && { referenceKinds: kindsOf(reference) }),
      onCopied: copyWatcher(progress),
    },
    features: args.features,
    timeColumn: args.timeColumn,
    pipeline: args.pipeline,
    run: args.run,
    window: args.window,
    configuration,
    out: args.out,
    pictures: args.pictures,
  };
  if (args.every === null || args.timeColumn === null) {
    yield await analyze(request, reference, watcherOf(progress));
  } else {
    yield* analyzeWindows(request, args.timeColumn, args.every, reference, output);
  }
}

function kindsOf({ features }: FrozenReference): ReadonlyMap<string, Kind> {
  return new Map(features.map(({ name, kind }) => [name, kind]));
}

async function* analyzeWindows(
  request: AnalyzeRequest,
  timeColumn: string,
  every: WindowLength,
  reference: FrozenReference | null,
  { progress, warning }: Pick<Output, "progress" | "warning">,
): AsyncGenerator<WrittenRun> {
  // Beside the reports, because the rows may be too many for the system's folder of temporary files.
  const folder = partialPathOf(join(request.out, "windows"));
  await refuseReport(request.out);
  const isOurs = !existsSync(request.out);
  try {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw cannotWrite(request.out, error);
    });
    progress.stage("cutting the rows into windows", 0);
    const cut = { ...request.dataset, timeColumn, every, folder };
    const { windows, names, skippedRows, notes } = await spoolWindows(request.data, cut);
    const source = shownSource(request.data);
    sayReading({ source, skippedRows, notes }).forEach(warning);
    const { format: _format, timeColumn: _column, window: _window, ...options } = request.dataset;
    const dataset = { ...options, names };
    if (windows.length === 0) {
      throw new FeaturescopeError(
        "input-unreadable",
        `expected rows with a time in ${timeColumn} of ${source}, found none in the window; correct --window`,
      );
    }
    for (const { window, path } of windows) {
      const run = runIdOf(new Date(window.end), randomBytes(4).toString("hex"));
      const out = join(request.out, run);
      const one = { ...request, dataset, data: path, source, skippedRows, run, window, out };
      yield await analyze(one, reference, watcherOf(progress, ` of ${formatWindow(window, "en")}`));
    }
  } finally {
    removePartial(folder);
    // Where no report came to be, it is empty.
    if (isOurs) await rmdir(request.out).catch(() => undefined);
  }
}

/** Runs inside a report would keep it from being replaced, and from being told apart from them. */
async function refuseReport(out: string): Promise<void> {
  const isReport = await readManifest(out).then(
    () => true,
    () => false,
  );
  if (!isReport) return;
  throw new FeaturescopeError(
    "invalid-usage",
    `expected a folder for a report of each window at ${out}, found a report; choose another --out`,
  );
}

/** @param whose what the rows are of, where there are several runs */
function watcherOf(progress: Progress, whose = ""): Watcher {
  const update = stageWatcher(progress);
  return {
    onRows: (rows, total) => update(`reading rows${whose}`, rows, total),
    onFeature: (done, total) => update(`writing features${whose}`, done, total),
  };
}
