import { openPage } from "../open-page.mjs";

/** Runs in the page: scrolls to its end, so many px a frame, and gives the ms between frames. */
async function scroll(step) {
  const frames = [];
  let last = null;
  await new Promise((done) => {
    const frame = (time) => {
      if (last !== null) frames.push(time - last);
      last = time;
      if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) return done();
      scrollBy(0, step);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return frames;
}

/** The most processor ms of one task of a page's main thread, in a trace of Chromium. */
function longestWork(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const mains = new Set(
    traceEvents.flatMap(({ name, args, pid, tid }) =>
      name === "thread_name" && args.name === "CrRendererMain" ? `${pid} ${tid}` : [],
    ),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => /RunTask/.test(name) && mains.has(`${pid} ${tid}`),
  );
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

/**
 * A page with a hundred charts, scrolled from top to end: the longest task, frames, heap after it.
 * @param isReady runs in the page: whether what is on screen is drawn
 */
export async function measureMany(browser, address, isReady, step = 60) {
  const opened = await openPage(browser, address);
  const { page } = opened;
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await page.waitForFunction(isReady, undefined, { timeout: 60_000 });
  const first = await page.evaluate(() => performance.now());
  const frames = await page.evaluate(scroll, step);
  await page.waitForTimeout(1000);
  const result = {
    first,
    late: (100 * frames.filter((ms) => ms > 25).length) / frames.length,
    perSecond: 1000 / (frames.reduce((sum, ms) => sum + ms, 0) / frames.length),
    longestTask: await opened.longestTask(),
    longestWork: longestWork(await browser.stopTracing()),
    shift: await opened.layoutShift(),
    heap: await opened.heap(),
  };
  await opened.close();
  return result;
}
