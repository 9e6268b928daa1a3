import { expect, test } from "vitest";
import { setFetch } from "../../src/fetch.js";
import { panelDocuments } from "../feature-panel/documents.js";
import { calm, historyOf } from "./history-of.js";
import { all, one, press, settled, showTrend, textOf } from "./show-trend.js";

const src = "/api/v1/pipelines/credit/features/loan_amount/";

test("loads the history of the feature, also from a run's address, and does without its figures", async () => {
  const asked: string[] = [];
  setFetch(async (address) => {
    asked.push(new URL(address).pathname);
    return address.endsWith("history")
      ? Response.json(historyOf(calm(12)))
      : new Response("", { status: 404 });
  });
  const trend = await showTrend({ src: "/api/v1/pipelines/credit/runs/day-3/features/loan_amount" });
  await expect.poll(() => all(trend, ".lanes").length).toBe(1);
  expect(asked.toSorted()).toEqual([
    "/api/v1/pipelines/credit/features/loan_amount/history",
    "/api/v1/pipelines/credit/runs/day-3/features/loan_amount/statistics.json",
  ]);
  expect(textOf(trend, "h2")).toBe("loan_amount");
});

test("says that it loads, in the box of the lanes", async () => {
  setFetch(() => new Promise(() => {}));
  const trend = await showTrend({ src });
  expect(textOf(trend, "[role=status]")).toBe("Loading");
  expect(one(trend, ".frame").getAttribute("aria-busy")).toBe("true");
  expect(one(trend, ".box").clientHeight).toBeGreaterThan(300);
});

test("says why there is nothing, and asks again", async () => {
  const errors: string[] = [];
  document.body.addEventListener("featurescope-error", ({ detail }) => errors.push(detail.error.message), {
    once: true,
  });
  setFetch(async () => {
    throw new TypeError("Failed to fetch");
  });
  const trend = await showTrend({ src });
  await expect.poll(() => textOf(trend, ".finding")).toBe("The gateway did not answer.");
  expect(errors).toEqual(["Failed to fetch"]);
  setFetch(async (address) =>
    address.endsWith("history") ? Response.json(historyOf(calm(12))) : new Response("", { status: 404 }),
  );
  one(trend, "button").click();
  await expect.poll(() => all(trend, ".lanes").length).toBe(1);
});

test("tells a reader on paper where the newest run's figures are, and nothing of a query", async () => {
  setFetch(async (address) =>
    address.includes("history") ? Response.json(historyOf(calm(12))) : new Response("", { status: 404 }),
  );
  const trend = await showTrend({ src: `${src}?token=secret` });
  const folder = "/api/v1/pipelines/credit%20scoring/runs/day-11/features/loan_amount/";
  await expect
    .poll(() => all(trend, ".printed").map(({ textContent }) => textContent))
    .toEqual([`${location.origin}${folder}`]);
  const inHand = await showTrend({ data: { history: historyOf(calm(12)) } });
  expect(textOf(inHand, ".printed")).toBe("");
});

const start = (hour: number): string => new Date(Date.UTC(2026, 9, 1, hour)).toISOString();

test("says the hour of runs of an hour in UTC", async () => {
  const daily = historyOf([...calm(9), { index: 0.12 }]);
  const rows = daily.rows.map((row, i) => ({ ...row, window: { start: start(i), end: start(i + 1) } }));
  const trend = await showTrend({ data: { history: { ...daily, rows } } });
  expect(textOf(trend, ".finding")).toBe("Watch since 1 Oct, 09:00 UTC: median 47.0 → 47.9 k.");
});

test("says that its median is of all values, where others leave frequent ones aside", async () => {
  const { statistics } = panelDocuments();
  const withoutPoints = { count: 900, p5: 10, p25: 20, p50: 30, p75: 40, p95: 50 };
  const history = historyOf([...calm(9), { index: 0.12 }]);
  const plain = await showTrend({ data: { history, statistics } });
  expect(textOf(plain, ".frame")).not.toContain("all values");
  const trend = await showTrend({ data: { history, statistics: { ...statistics, withoutPoints } } });
  expect(textOf(trend, ".finding")).toMatch(/: median 47\.0 → 47\.9 k.* \(all values\)\.$/);
  expect(textOf(trend, ".caption")).toContain("median: all values");
});

test("says that a newer writer's history cannot be read", async () => {
  setFetch(async () => Response.json({ ...historyOf(calm(3)), schemaVersion: 99 }));
  const trend = await showTrend({ src });
  await expect.poll(() => textOf(trend, ".finding")).toContain("newer Featurescope");
});

test("says that a history begins with the second run, and lists the first", async () => {
  const trend = await showTrend({ data: { history: historyOf(calm(1)) } });
  expect(textOf(trend, ".frame")).toContain("One run so far");
  expect(all(trend, "tbody tr")).toHaveLength(1);
  expect(all(trend, ".lanes")).toHaveLength(0);
});

test("says since when the index is above noise, where no run alone is beyond a limit", async () => {
  const creeping = Array.from({ length: 9 }, (_, i) => ({ index: 0.02 + i / 200 }));
  const trend = await showTrend({ data: { history: historyOf([...calm(11), ...creeping]) } });
  expect(textOf(trend, ".finding")).toBe(
    "Stable in all 20 runs, above noise since 12 Oct: median 47.0 → 48.9 k.",
  );
  const few = await showTrend({ data: { history: historyOf([...calm(11), ...creeping.slice(0, 4)]) } });
  expect(textOf(few, ".finding")).toBe("Stable in all 15 runs.");
  const other = creeping.map((plan, i) => ({ ...plan, referenceId: i < 5 ? "before" : "after" }));
  const changed = await showTrend({ data: { history: historyOf(other) } });
  expect(textOf(changed, ".finding")).toBe("Stable in all 9 runs.");
});

test("passes over nights, whose noise hides what the days show", async () => {
  const night = { index: 0.03, noiseBound: 0.04 };
  const creeping = Array.from({ length: 8 }, (_, i) => (i % 3 === 2 ? night : { index: 0.02 + i / 200 }));
  const trend = await showTrend({
    data: { history: historyOf([...calm(11), ...creeping, { index: 0.06 }]) },
  });
  expect(textOf(trend, ".finding")).toBe(
    "Stable in all 20 runs, above noise since 12 Oct: median 47.0 → 48.9 k.",
  );
  const days = await showTrend({ data: { history: historyOf([...creeping, { index: 0.06 }]) } });
  expect(textOf(days, ".finding")).toContain("Stable in all 9 runs, above noise since 1 Oct");
});

test("says what a run that tells nothing interrupts", async () => {
  const watched = [...calm(9), { index: 0.12 }, { index: 0.13 }, { index: null }];
  const trend = await showTrend({ data: { history: historyOf(watched) } });
  expect(textOf(trend, ".finding")).toBe("Broken since 12 Oct, watch since 10 Oct. The analysis failed.");
});

test("says since when values are beyond the reference's extremes, and how many", async () => {
  const rows = [...calm(9), { index: 0.01, shareBeyond: 0.04 }];
  const trend = await showTrend({ data: { history: historyOf(rows) } });
  expect(textOf(trend, ".finding")).toBe("Shifted since 10 Oct: beyond the reference's range 0.0 → 4.0 %.");
  await press(trend, "End");
  expect(textOf(trend, ".tip")).toContain("beyond range 4.0 %");
});

test("says since when rows crowd at one value, and by how much", async () => {
  const trend = await showTrend({
    data: { history: historyOf([...calm(9), { index: 0.01, excessHeaped: 0.04 }]) },
  });
  expect(textOf(trend, ".finding")).toBe("Shifted since 10 Oct: at one value +4.0 pp.");
  await press(trend, "End");
  expect(textOf(trend, ".tip")).toContain("at one value +4.0 pp");
});

test("says since when points in time are not renewed, and how many newer ones were expected", async () => {
  const days = [0, 0, 0, 0.012, 0.045].map((shareOverdue) => ({ index: 0, shareOverdue }));
  const trend = await showTrend({ data: { history: historyOf(days) } });
  expect(textOf(trend, ".finding")).toBe(
    "Shifted since 5 Oct, watch since 4 Oct: newer values expected +4.5 pp.",
  );
  await press(trend, "End");
  expect(textOf(trend, ".tip")).toContain("stale +4.5 pp");
});

test("tells no index of levels that are too rare for a bin", async () => {
  const history = historyOf(calm(3).map(() => ({ index: 0 })));
  const rows = history.rows.map((row) => {
    const index = { ...row.verdicts.index, verdict: "unknown", reason: "only-other" } as const;
    return { ...row, verdict: "unknown", verdicts: { ...row.verdicts, index } } as const;
  });
  const trend = await showTrend({ data: { history: { ...history, rows } } });
  expect(textOf(trend, ".badge")).toBe("unknown");
});

test("says that no run has the feature", async () => {
  const trend = await showTrend({ data: { history: historyOf([]) } });
  expect(textOf(trend, ".finding")).toBe("No run has this feature yet.");
});

test("shows names as text, whatever they hold", async () => {
  const history = { ...historyOf([...calm(9), { index: null }]), feature: "<img src=x onerror=alert(1)>" };
  const trend = await showTrend({ data: { history } });
  expect(all(trend, "img")).toHaveLength(0);
  expect(textOf(trend, "h2")).toBe("<img src=x onerror=alert(1)>");
  expect(textOf(trend, ".finding")).toBe("Broken since 10 Oct. The analysis failed.");
});

test("has a table of the runs in view behind it, the newest first, from which they can be opened", async () => {
  const trend = await showTrend({ data: { history: historyOf(calm(12)) } });
  const toggle = all(trend, "footer button").at(-1)!;
  toggle.click();
  await settled(trend);
  expect(all(trend, ".data tbody tr")).toHaveLength(12);
  expect(textOf(trend, ".data tbody tr")).toContain("12 Oct 2026 stable");
  const selected: string[] = [];
  document.body.addEventListener("featurescope-select", ({ detail }) => selected.push(detail.href), {
    once: true,
  });
  one(trend, ".data tbody button").click();
  expect(selected[0]).toMatch(/\/runs\/day-11\/features\/loan_amount\/$/);
});

test("is left in peace once it is taken out of the page, and works again when put back", async () => {
  const trend = await showTrend({ data: { history: historyOf(calm(12)) } });
  trend.remove();
  document.body.append(trend);
  await settled(trend);
  one(trend, ".live").dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
  await settled(trend);
  expect(one(trend, ".tip").hidden).toBe(false);
});
