import { Presets, SingleBar } from "cli-progress";

/** How far a command is, told to a person on the standard error output. */
export interface Progress {
  /** Begins a stage of `total` units; ends the one before. */
  stage: (name: string, total: number) => void;
  /** Sets how many units of the stage are done. */
  update: (done: number) => void;
  /** Ends the last stage. */
  stop: () => void;
}

const QUIET: Progress = { stage: () => {}, update: () => {}, stop: () => {} };
const LINE_EVERY_MS = 5000;

/** A bar on a terminal, a line every five seconds in a log, nothing when quiet. */
export function progressOn(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return QUIET;
  return stream.isTTY ? progressBar(stream) : progressLines(stream);
}

function progressBar(stream: NodeJS.WriteStream): Progress {
  const format = "{stage} {bar} {percentage} %";
  const bar = new SingleBar(
    { stream, format, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  return {
    stage: (stage, total) => {
      bar.stop();
      bar.start(Math.max(total, 1), 0, { stage });
    },
    update: (done) => bar.update(done),
    stop: () => bar.stop(),
  };
}

function progressLines(stream: NodeJS.WriteStream): Progress {
  let stage = "";
  let total = 0;
  let said = Date.now();
  return {
    stage: (name, units) => {
      stage = name;
      total = units;
    },
    update: (done) => {
      if (Date.now() - said < LINE_EVERY_MS || total === 0) return;
      said = Date.now();
      stream.write(`${stage}: ${Math.min(100, Math.floor((100 * done) / total))} %\n`);
    },
    stop: () => {},
  };
}
