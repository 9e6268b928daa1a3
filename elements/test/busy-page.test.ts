import { afterAll, expect, test } from "vitest";

const { port1, port2 } = new MessageChannel();
let isBusy = true;

/** Work that always comes again, so that the browser never has nothing better to do. */
port1.addEventListener("message", () => {
  const end = performance.now() + 30;
  while (performance.now() < end);
  if (isBusy) port2.postMessage(null);
});
port1.start();
port2.postMessage(null);

afterAll(() => {
  isBusy = false;
});

test("tags that come later are defined on a page that never idles, too", async () => {
  await import("../src/index.js");
  for (const tag of ["feature-board", "feature-chart", "feature-compare", "feature-trend"])
    await expect.poll(() => customElements.get(tag), { timeout: 15_000 }).toBeDefined();
});
