/** Runs in the page before anything else: notes long tasks and layout shifts, and offers what the measures wait with. */
function watch() {
  const bench = { tasks: [], shift: 0 };
  new PerformanceObserver((list) => {
    bench.tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) bench.shift += value;
  }).observe({ type: "layout-shift", buffered: true });
  /** A feature's documents, as a panel's `data`. */
  bench.documents = async (folder) => {
    const names = ["statistics", "distribution"];
    const answers = await Promise.all(names.map((name) => fetch(`${folder}${name}.json`)));
    const [statistics, distribution] = await Promise.all(answers.map((answer) => answer.json()));
    return { statistics, distribution };
  };
  /** The moment at which something came true that a change in a tree makes true. */
  bench.when = (root, isTrue) =>
    new Promise((done) => {
      const look = () => {
        if (!isTrue()) return;
        observer.disconnect();
        done(performance.now());
      };
      const observer = new MutationObserver(look);
      observer.observe(root, { subtree: true, childList: true, attributes: true });
      look();
    });
  bench.isDrawn = (panel) => panel.shadowRoot?.querySelector(".live")?.getAttribute("role") === "slider";
  globalThis.bench = bench;
}

/** A page in a context of its own: no code, no file is remembered from another. */
export async function openPage(browser, address, viewport = { width: 1148, height: 900 }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw new Error(`${address}: ${error.message}`);
  });
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(address);
  return {
    page,
    /** Processor ms that the page's main thread has taken: unlike times, hardly changed by what else a machine does. */
    async work() {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
    },
    /** Heap in MB after a collection. */
    async heap() {
      await session.send("HeapProfiler.collectGarbage");
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      return usedSize / 1e6;
    },
    /** How many documents, nodes and listeners of events the browser holds after a collection. */
    async counters() {
      await session.send("HeapProfiler.collectGarbage");
      return session.send("Memory.getDOMCounters");
    },
    /** The longest task so far in ms; 0 where none was longer than 50. */
    longestTask: () => page.evaluate(() => Math.max(0, ...bench.tasks)),
    layoutShift: () => page.evaluate(() => bench.shift),
    close: () => context.close(),
  };
}
