import { openPage } from "../open-page.mjs";

/** One feature on a page of a contender: kB as gzip of the code and data that it asks for, ms from the page's start to its picture, longest task, heap. */
export async function measureContender(browser, server, { address, isReady }) {
  server.takeServed();
  const opened = await openPage(browser, server.origin + address);
  const handle = await opened.page.waitForFunction(isReady, undefined, { timeout: 60_000 });
  const ready = await handle.jsonValue();
  const sizes = server.takeServed();
  await opened.page.waitForTimeout(1000);
  const result = {
    ready,
    ...sizes,
    longestTask: await opened.longestTask(),
    heap: await opened.heap(),
  };
  await opened.close();
  return result;
}
