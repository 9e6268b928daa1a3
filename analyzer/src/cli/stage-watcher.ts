import type { Progress } from "./progress.js";

/** Tells progress by stage, where each call names the stage that it belongs to: another name begins another stage. */
export function stageWatcher(progress: Progress): (stage: string, done: number, total: number) => void {
  let current = "";
  return (stage, done, total) => {
    if (current !== stage) progress.stage(stage, total);
    current = stage;
    progress.update(done);
  };
}

/** Tells how much of the rows at an address is copied. */
export function copyWatcher(progress: Progress): (done: number, total: number) => void {
  const update = stageWatcher(progress);
  return (done, total) => update("copying the rows", done, total);
}
