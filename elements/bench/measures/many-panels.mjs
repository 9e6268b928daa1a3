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

/**
 * A page with a hundred charts, scrolled from top to end: the longest task, frames, heap after it.
 * @param isReady runs in the page: whether what is on screen is drawn
 */
export async function measureMany(browser, address, isReady, step = 60) {
  const opened = await openPage(browser, address);
  const { page } = opened;
  await page.waitForFunction(isReady, undefined, { timeout: 60_000 });
  const first = await page.evaluate(() => performance.now());
  const frames = await page.evaluate(scroll, step);
  await page.waitForTimeout(1000);
  const result = {
    first,
    late: (100 * frames.filter((ms) => ms > 25).length) / frames.length,
    perSecond: 1000 / (frames.reduce((sum, ms) => sum + ms, 0) / frames.length),
    longestTask: await opened.longestTask(),
    shift: await opened.layoutShift(),
    heap: await opened.heap(),
  };
  await opened.close();
  return result;
}
