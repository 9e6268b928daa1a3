import type { HistoryRow, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { metricValue } from "@featurescope/analyzer/drift";
import { expect, test } from "vitest";
import { FeatureCompare } from "../../src/feature-compare/feature-compare.js";
import { setFetch } from "../../src/fetch.js";
import { type Counts, runDocuments } from "./two-runs.js";

customElements.define("feature-compare", FeatureCompare);

const [SPRING, AUTUMN]: Counts[] = [
  [2000, 1600, 1000, 400, 20],
  [900, 1300, 1500, 1300, 80],
];
const spring = runDocuments(4, SPRING!);
const autumn = runDocuments(9, AUTUMN!);

function compare(properties: Partial<FeatureCompare>): FeatureCompare {
  const element = Object.assign(document.createElement("feature-compare"), properties);
  element.style.cssText = "width: 1100px; max-width: none";
  document.body.append(element);
  return element;
}

function text(element: FeatureCompare, selector: string): string {
  return (element.renderRoot.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

test("says how far the run moved from its base, by their windows", async () => {
  const element = compare({ data: [autumn, spring] });
  await expect.poll(() => text(element, ".badge")).toContain("shifted");
  expect(text(element, ".runs")).toBe("Sep 2026 n = 5,080 Apr 2026 n = 5,020 base");
  expect(text(element, "thead")).toContain("Sep 2026 Apr 2026 Δ");
  expect(text(element, ".finding")).toContain("Higher");
  expect(text(element, ".remark")).toContain("the index is comparable");
});

const VIEWS = ["overlay", "rows", "heat", "ecdf"] as const;
test.each(VIEWS)("%s: says what only the frozen reference judges", async (view) => {
  const { statistics, distribution } = autumn;
  const part = { verdict: "stable", reason: null, value: 0, noise: null } as const;
  const verdicts = { ...statistics.drift!.verdicts, beyond: part, heaped: part };
  const judged = { statistics: { ...statistics, drift: { ...statistics.drift!, verdicts } }, distribution };
  const element = compare({ data: [judged, spring, ...(view === "overlay" ? [] : months)], view });
  const remark = (): string => text(element, ".remark");
  await expect.poll(remark).toContain("Judged against the reference only: beyond range, at one value.");
  pressed(element, "frozen reference");
  await expect.poll(remark).toBe("");
});

const folder = (run: string): string => `/runs/${run}/features/loan_amount/`;

test("tells a reader on paper which runs these are and where, and who listens the same", async () => {
  const runs = new Map([
    ["autumn", autumn],
    ["spring", spring],
    ["march", months[0]!],
  ]);
  setFetch(async (address) => {
    const [, run, file] = /\/runs\/(\w+)\/.*\/(\w+)\.json/.exec(address) ?? [];
    return Response.json(runs.get(run!)![file as "statistics" | "distribution"]);
  });
  const { origin } = location;
  const element = compare({ src: `${folder("autumn")}?token=secret`, against: folder("spring") });
  await expect
    .poll(() => text(element, ".printed"))
    .toBe(`run 202609-run · ${origin}${folder("autumn")} · run 202604-run · ${origin}${folder("spring")}`);

  element.against += ` ${folder("march")}`;
  const selected: string[] = [];
  element.addEventListener("featurescope-select", ({ detail }) => selected.push(detail.href));
  await expect.poll(() => element.renderRoot.querySelector("button[data-run='202603-run']")).not.toBeNull();
  element.renderRoot.querySelector<HTMLElement>("button[data-run='202603-run']")!.click();
  expect(selected).toEqual([`${origin}${folder("march")}`]);
});

test("says what each row of buttons is for", async () => {
  const element = compare({ data: [autumn, spring] });
  const groups = (): (string | null)[] =>
    [...element.renderRoot.querySelectorAll(".tools [role=group]")].map((group) =>
      group.getAttribute("aria-label"),
    );
  await expect.poll(groups).toEqual(["base", "view"]);
});

test("draws both over one axis", async () => {
  const element = compare({ data: [autumn, spring] });
  await expect
    .poll(() => element.renderRoot.querySelectorAll(".zone canvas").length, { timeout: 15_000 })
    .toBe(1);
  const chart = element.renderRoot.querySelector(".live")!;
  expect(chart.getAttribute("role")).toBe("slider");
  chart.dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
  await expect.poll(() => chart.getAttribute("aria-valuetext")).toContain("Apr");
});

test("shows the frozen bins when asked", async () => {
  const element = compare({ data: [autumn, spring] });
  await expect.poll(() => text(element, "footer")).toContain("data table");
  [...element.renderRoot.querySelectorAll<HTMLElement>("footer button")].at(-1)!.click();
  await expect.poll(() => element.renderRoot.querySelectorAll(".data tbody tr").length).toBeGreaterThan(4);
});

test("tells no index across references, and draws each run by itself where they share no axis", async () => {
  const other = runDocuments(4, SPRING!, { referenceId: "cd", edges: [0, 20, 40, 60, 80] });
  const element = compare({ data: [autumn, other] });
  await expect.poll(() => text(element, ".badge")).toBe("index not comparable");
  expect(element.renderRoot.querySelectorAll(".zone")).toHaveLength(2);
  expect(text(element, ".finding")).toContain("different references");
  expect(text(element, "tbody")).not.toBe("");
});

test("loads both runs, each from its own folder", async () => {
  const asked: string[] = [];
  setFetch(async (address) => {
    asked.push(new URL(address).pathname);
    const { statistics, distribution } = address.includes("/spring/") ? spring : autumn;
    return Response.json(address.endsWith("statistics.json") ? statistics : distribution);
  });
  const element = compare({
    src: "/runs/autumn/features/loan_amount",
    against: "/runs/spring/features/loan_amount/",
  });
  await expect.poll(() => text(element, ".badge")).toContain("shifted");
  expect(asked.toSorted()).toEqual(
    ["autumn", "spring"].flatMap((run) =>
      ["distribution.json", "statistics.json"].map((file) => `/runs/${run}/features/loan_amount/${file}`),
    ),
  );
});

test("says why there is nothing to compare, and tries again when asked", async () => {
  setFetch(async () => new Response("", { status: 404 }));
  const element = compare({ src: "/a/", against: "/b/" });
  await expect.poll(() => text(element, "[role=alert]")).toContain("no report at this address");
  setFetch(async (address) => {
    const { statistics, distribution } = address.includes("/b/") ? spring : autumn;
    return Response.json(address.endsWith("statistics.json") ? statistics : distribution);
  });
  element.renderRoot.querySelector("button")!.click();
  await expect.poll(() => text(element, ".badge")).toContain("shifted");
});

const months = [3, 4, 5, 6, 9].map((month, i) =>
  runDocuments(month, [2000 - 200 * i, 1600 - 50 * i, 1000 + 100 * i, 400 + 200 * i, 20 + 10 * i]),
);

function pressed(element: FeatureCompare, label: string): void {
  const button = [...element.renderRoot.querySelectorAll("button")].find(
    ({ textContent }) => textContent.trim() === label,
  );
  button!.click();
}

function cells(element: FeatureCompare, selector: string): string[] {
  return [...element.renderRoot.querySelectorAll(selector)].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, " ").trim(),
  );
}

test("puts three runs and more below each other, in time order, and lets another be the base", async () => {
  const element = compare({ data: months.toReversed() });
  await expect.poll(() => cells(element, "tbody .window")).toHaveLength(5);
  expect(cells(element, "tbody .window")).toEqual([
    "Mar 2026",
    "Apr 2026",
    "May 2026",
    "Jun 2026",
    "Sep 2026",
  ]);
  expect(cells(element, "tr.is-base .window")).toEqual(["Jun 2026"]);
  expect(element.renderRoot.querySelectorAll("tbody .stretched")).toHaveLength(5);
  element.renderRoot.querySelector<HTMLElement>("button[data-run='202603-run']")!.click();
  await element.updateComplete;
  expect(cells(element, "tr.is-base .window")).toEqual(["Mar 2026"]);
  expect(text(element, ".lasting")).toMatch(/since/);
  expect(text(element, ".presets")).toContain("pinned: Mar 2026");
});

test("shows windows × frozen bins as a table, blank within noise", async () => {
  const element = compare({ data: months.toReversed(), view: "heat" });
  await expect.poll(() => cells(element, ".heat thead th")).toContain("missing");
  expect(cells(element, ".heat thead th").slice(1, 5)).toEqual(["< 25", "25–50", "50–75", "≥ 75"]);
  const last = [...element.renderRoot.querySelectorAll(".heat tbody tr")].at(-1)!;
  expect([...last.querySelectorAll(".cell.more")].length).toBeGreaterThan(0);
  pressed(element, "frozen reference");
  await element.updateComplete;
  expect(cells(element, ".heat tr.is-base")).toHaveLength(0);
  expect(cells(element, ".heat tbody tr")).toHaveLength(5);

  element.style.width = "300px";
  const box = element.renderRoot.querySelector(".scroll")!;
  expect(box.scrollWidth).toBeGreaterThan(box.clientWidth + 100);
  const { left } = box.getBoundingClientRect();
  for (const at of [0, box.scrollWidth]) {
    box.scrollLeft = at;
    const told = [...last.querySelectorAll(".number")].filter((each) => each.checkVisibility());
    expect(told.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^\d\.\d+$/)]);
    expect(told[0]!.getBoundingClientRect().right).toBeLessThan(left + 130);
  }
});

test("lays two to four runs over each other, with a table behind", async () => {
  const element = compare({ data: months.slice(0, 4).toReversed(), view: "ecdf" });
  await expect.poll(() => element.renderRoot.querySelectorAll(".plot .curve")).toHaveLength(4);
  expect(cells(element, "tbody th")).toHaveLength(4);
  pressed(element, "overlay");
  await element.updateComplete;
  expect(element.renderRoot.querySelectorAll(".plot .outline")).toHaveLength(3);
  expect(element.renderRoot.querySelectorAll(".plot .bars")).toHaveLength(1);
});

test("offers only what suits the number of runs", async () => {
  const element = compare({ data: [autumn, spring], view: "heat" });
  await expect.poll(() => text(element, ".segments")).toBe("overlay rows heat ECDF");
  const disabled = [...element.renderRoot.querySelectorAll<HTMLButtonElement>(".segments button")].filter(
    (button) => button.disabled,
  );
  expect(disabled.map(({ textContent }) => textContent.trim())).toEqual(["rows", "heat"]);
  expect(element.renderRoot.querySelector(".segments [aria-pressed=true]")!.textContent.trim()).toBe(
    "overlay",
  );
});

test("compares with the run before where the gateway has a history, and loads another when it is chosen", async () => {
  const runs = new Map(months.map((documents) => [documents.statistics.run, documents]));
  const rows = months.map(({ statistics }) => historyRow(statistics));
  setFetch(async (address) => {
    const { pathname } = new URL(address);
    const base = "/api/v1/pipelines/credit";
    if (pathname === `${base}/features/loan_amount/history`) {
      return Response.json({
        schemaVersion: 1,
        pipeline: "credit",
        feature: "loan_amount",
        key: "loan_amount",
        rows,
      });
    }
    const [, run, file] = /\/runs\/([^/]+)\/features\/loan_amount\/(\w+)\.json$/.exec(pathname) ?? [];
    const documents = runs.get(run ?? "");
    if (documents === undefined) return new Response("", { status: 404 });
    return Response.json(documents[file as "statistics" | "distribution"]);
  });
  const element = compare({ src: "/api/v1/pipelines/credit/runs/202609-run/features/loan_amount/" });
  await expect.poll(() => text(element, ".runs")).toContain("Jun 2026");
  expect(text(element, ".presets")).toContain("previous run");
  expect(text(element, ".presets")).not.toContain("last week");
});

/** A run as the gateway's history tells it. */
function historyRow(statistics: StatisticsDocument): HistoryRow {
  const { kind, status, rows, mean, p25, p50, p75, drift, finding, run, createdAt, window } = statistics;
  return {
    kind,
    status,
    rows,
    missingShare: statistics.missing / rows,
    referenceMissingShare: null,
    unseenShare: null,
    referenceUnseenShare: null,
    mean,
    p25,
    p50,
    p75,
    populationStabilityIndex: metricValue(drift, "populationStabilityIndex"),
    noiseBound: drift!.noiseBound,
    adjustedPValue: null,
    verdict: drift!.verdict,
    verdicts: drift!.verdicts,
    finding,
    referenceId: drift!.referenceId,
    reference: null,
    run,
    createdAt,
    window,
  };
}

test("rows show shares or rows, and logarithms, as the reader asks", async () => {
  const element = compare({ data: months });
  const picture = (): string[] =>
    [...element.renderRoot.querySelectorAll(".picture .tops")].map((path) => path.getAttribute("d")!);
  await expect.poll(() => picture().length, { timeout: 15_000 }).toBe(5);
  expect(cells(element, "footer button")).toEqual(["share", "count", "log y"]);
  const shares = picture();
  pressed(element, "count");
  await element.updateComplete;
  expect(text(element, "thead .picture")).toContain("rows per bin; outline: base");
  expect(cells(element, 'footer [aria-pressed="true"]')).toEqual(["count"]);
  expect(picture()).not.toEqual(shares);
  pressed(element, "share");
  pressed(element, "log y");
  await element.updateComplete;
  expect(cells(element, 'footer [aria-pressed="true"]')).toEqual(["share", "log y"]);
  expect(picture()).not.toEqual(shares);
  pressed(element, "log y");
  await element.updateComplete;
  expect(picture()).toEqual(shares);
});
