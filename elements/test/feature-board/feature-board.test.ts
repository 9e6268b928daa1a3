import type { FeatureList } from "@featurescope/analyzer/artifact";
import { afterEach, expect, test } from "vitest";
import type { FeatureBoard } from "../../src/feature-board/feature-board.js";
import type { SelectedFeature } from "../../src/feature-board/feature-select-event.js";
import { CREDIT, featureList } from "./credit-list.js";
import { all, answer, boardOf, many, names, settled } from "./show-board.js";

afterEach(() => {
  document.documentElement.lang = "en";
  history.replaceState(null, "", " ");
});

function press(board: FeatureBoard, key: string): void {
  const row = board.shadowRoot!.activeElement ?? all(board, "[data-key]")[0]!;
  row.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
}

function selections(): SelectedFeature[] {
  const seen: SelectedFeature[] = [];
  document.body.addEventListener("featurescope-select", (event) => seen.push(event.detail));
  return seen;
}

test("ranks broken features first, then by importance and drift", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  expect(names(board)[0]).toBe("bureau_score_v2");
  expect(names(board)[1]).toBe("device_age_days");
  expect(names(board)).toHaveLength(CREDIT.length);
});

test("says how many features moved, and how many would by chance", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  const text = all(board, ".summary")[0]!.textContent.replaceAll(/\s+/g, " ").replaceAll(" ,", ",").trim();
  expect(text).toBe(
    "1 broken, 6 shifted, 2 watch, 1 unknown; 9 of 11 above noise, about 1 expected by chance",
  );
});

test("says of few features that chance makes less than one, not none", async () => {
  const board = await boardOf({ data: featureList(many(6)) });
  expect(all(board, ".summary")[0]!.textContent).toContain("about 0.3 expected by chance");
});

test("a row is heard as a sentence", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  const spoken = all(board, "[data-key]").map((row) =>
    row.getAttribute("aria-label")!.replaceAll("\u00a0", " "),
  );
  expect(spoken.slice(0, 2)).toEqual([
    "bureau_score_v2, Bureau score. Broken. Numbers in the reference, text now.",
    "device_age_days. Shifted: population stability index 0.58. Higher: median 47.0 to 58.6 thousand.",
  ]);
});

test("what is read aloud is written as a sentence has it", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  expect(all(board, "h2")[0]!.textContent).toMatch(/\S 12 features · /);
  const bounds = all(board, ".figure .spoken").map((bound) => bound.textContent);
  expect(bounds.length).toBeGreaterThan(5);
  expect(bounds.filter((bound) => !/^noise\s≤\s0(\.\d+)?$/.test(bound))).toEqual([]);
});

test("where nothing was compared, it says nothing of chance", async () => {
  const { features, ...list } = featureList(CREDIT.slice(0, 1));
  const alone = features.map((row) => ({
    ...row,
    status: "ok" as const,
    populationStabilityIndex: null,
    noiseBound: null,
    verdict: "unknown" as const,
  }));
  const board = await boardOf({ data: { ...list, features: alone } });
  expect(all(board, ".summary")[0]!.textContent.replaceAll(/\s+/g, " ").trim()).toBe("1 unknown");
});

test("tells no index of levels that are too rare for a bin", async () => {
  const list = featureList([{ name: "application_id", index: 0, verdict: "unknown" }]);
  const [row] = list.features;
  const index = { ...row!.verdicts.index, verdict: "unknown", reason: "only-other" } as const;
  const board = await boardOf({
    data: { ...list, features: [{ ...row!, verdicts: { ...row!.verdicts, index } }] },
  });
  expect(all(board, "[data-key] .index").map((figure) => figure.textContent)).toEqual(["—"]);
  expect(all(board, "[data-key] .scale .marker")).toEqual([]);
});

test("shows the run's note in the reader's language", async () => {
  document.documentElement.lang = "zh-CN";
  const data = { ...featureList(CREDIT), note: { en: "A planted shift.", "zh-Hans": "人为设置的偏移。" } };
  const board = await boardOf({ data });
  await expect.poll(() => all(board, ".note")[0]!.textContent).toBe("人为设置的偏移。");
  await expect.poll(() => all(board, ".summary")[0]!.textContent).toContain("偏移");
  expect(all(board, ".frame")[0]!.lang).toBe("zh-Hans");
});

test("filters by verdict, and by name or title", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  all(board, ".segments button")
    .find((button) => button.title === "watch 2")!
    .click();
  await settled(board);
  expect(names(board).toSorted()).toEqual(["credit_utilization_revolving_accounts_90d", "loan_amount"]);
  const search = all(board, "input")[0] as HTMLInputElement;
  search.value = "贷款";
  search.dispatchEvent(new InputEvent("input"));
  await settled(board);
  expect(names(board)).toEqual(["loan_amount"]);
  search.value = "nothing like it";
  search.dispatchEvent(new InputEvent("input"));
  await settled(board);
  expect(names(board)).toEqual([]);
  expect(all(board, ".none")[0]!.textContent).toContain("No feature matches");
});

test("has one row in the tab order, which the arrow keys move", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  const focused = () => all(board, '[tabindex="0"]').map((row) => row.getAttribute("aria-rowindex"));
  expect(focused()).toEqual(["2"]);
  for (const [key, row] of [
    ["ArrowDown", "3"],
    ["ArrowDown", "4"],
    ["ArrowUp", "3"],
    ["End", `${CREDIT.length + 1}`],
    ["ArrowDown", `${CREDIT.length + 1}`],
    ["Home", "2"],
  ] as const) {
    press(board, key);
    await settled(board);
    expect(focused()).toEqual([row]);
  }
});

test("tells what was selected, by click and by key, and where its folder is", async () => {
  const board = await boardOf({ data: featureList(CREDIT), src: "/api/v1/pipelines/credit/features" });
  const selected = selections();
  all(board, '[data-key="loan_amount"]')[0]!.click();
  await settled(board);
  expect(selected).toEqual([
    {
      feature: "loan_amount",
      key: "loan_amount",
      href: `${location.origin}/api/v1/pipelines/credit/features/loan_amount/`,
    },
  ]);
  expect(all(board, '[aria-selected="true"]').map((row) => row.dataset["key"])).toEqual(["loan_amount"]);
  press(board, "Home");
  await settled(board);
  press(board, "Enter");
  await settled(board);
  expect(selected.map(({ feature }) => feature)).toEqual(["loan_amount", "bureau_score_v2"]);
});

test("keeps the selection in the address only when asked", async () => {
  const quiet = await boardOf({ data: featureList(CREDIT) });
  all(quiet, '[data-key="loan_amount"]')[0]!.click();
  expect(location.hash).toBe("");
  quiet.remove();

  const board = await boardOf({ data: featureList(CREDIT), keepAddress: true });
  all(board, '[data-key="loan_amount"]')[0]!.click();
  expect(location.hash).toBe("#loan_amount");
  board.remove();

  const selected = selections();
  const again = await boardOf({ data: featureList(CREDIT), keepAddress: true });
  expect(selected.map(({ key }) => key)).toEqual(["loan_amount"]);
  location.hash = "#channel";
  await expect.poll(() => selected.map(({ key }) => key)).toEqual(["loan_amount", "channel"]);
  await settled(again);
  expect(all(again, '[aria-selected="true"]')[0]!.dataset["key"]).toBe("channel");
});

test("draws what is in view of a long list, and more as the reader goes on", async () => {
  const board = await boardOf({ data: featureList(many(1000)) });
  const rest = all(board, ".rest")[0]!;
  await expect.poll(() => rest.getBoundingClientRect().top).toBeGreaterThanOrEqual(innerHeight);
  const first = names(board).length;
  expect(first).toBeLessThan(200);
  rest.scrollIntoView();
  await expect.poll(() => names(board).length).toBeGreaterThan(first);
  expect(all(board, '[role="grid"]')[0]!.getAttribute("aria-rowcount")).toBe("1001");
  const height = all(board, "[data-key]")[0]!.offsetHeight;
  expect(rest.offsetHeight).toBe((1000 - names(board).length) * height);
  press(board, "End");
  await settled(board);
  expect(names(board)).toHaveLength(1000);
  expect(board.shadowRoot!.activeElement!.getAttribute("aria-rowindex")).toBe("1001");
});

test("tells a reader on paper which run this is, and where", async () => {
  answer(featureList(CREDIT));
  const board = await boardOf({ src: "/api/v1/pipelines/credit/features?token=secret" });
  const { run } = featureList(CREDIT);
  expect(all(board, ".printed").map(({ textContent }) => textContent)).toEqual([
    `run ${run} · ${location.origin}/api/v1/pipelines/credit/features`,
  ]);
});

test("prints every row", async () => {
  const board = await boardOf({ data: featureList(many(300)) });
  dispatchEvent(new Event("beforeprint"));
  await board.updateComplete;
  expect(names(board)).toHaveLength(300);
});

test("keeps rows in their places when data change, and offers to rank anew", async () => {
  const before = many(5);
  const board = await boardOf({ data: featureList(before) });
  const order = names(board);
  board.data = featureList(before.with(4, { name: "feature_4", index: 0.9 }));
  await settled(board);
  expect(names(board)).toEqual(order);
  expect(all(board, "footer")[0]!.textContent).toContain("1 verdict changed since");
  all(board, "footer button")[0]!.click();
  await settled(board);
  expect(names(board)[0]).toBe("feature_4");
  expect(all(board, "footer button")).toHaveLength(0);
});

test("loads a features list, and keeps the last good one when a later load fails", async () => {
  answer(featureList(CREDIT));
  const board = await boardOf({ src: "/features" });
  expect(names(board)).toHaveLength(CREDIT.length);
  answer({}, 503);
  await board.reload().catch(() => undefined);
  await settled(board);
  expect(names(board)).toHaveLength(CREDIT.length);
  expect(all(board, "p[role=status] button")).toHaveLength(1);
});

test("says why there is nothing to show, and tries again when asked", async () => {
  answer({}, 404);
  const board = await boardOf({ src: "/features" });
  expect(all(board, "[role=alert]")[0]!.textContent).toContain("no report at this address");
  answer(featureList(CREDIT));
  all(board, "button")[0]!.click();
  await settled(board);
  expect(names(board)).toHaveLength(CREDIT.length);
});

test("shows a report's manifest, with what it does not know left out", async () => {
  const { features, nextCursor: _cursor, ...head } = featureList(CREDIT);
  const manifest = {
    ...head,
    files: [],
    features: features.map(({ run: _run, href: _href, recent: _recent, ...feature }) => feature),
  };
  answer(manifest);
  const board = await boardOf({ src: "/reports/now/manifest.json" });
  const selected = selections();
  expect(names(board)).toHaveLength(CREDIT.length);
  expect(all(board, ".sparkline, .since")).toHaveLength(0);
  all(board, '[data-key="loan_amount"]')[0]!.click();
  expect(selected[0]!.href).toBe(`${location.origin}/reports/now/features/loan_amount/`);
});

test("says that it ranks by drift where no importance is known", async () => {
  const plain: FeatureList = featureList(CREDIT.map((plan) => ({ ...plan, importance: null })));
  const board = await boardOf({ data: plain });
  expect(all(board, ".importance")).toHaveLength(0);
  expect(all(board, "footer")[0]!.textContent).toContain("no importance is known");
});

test("says so where a run has no features", async () => {
  const board = await boardOf({ data: featureList([]) });
  expect(all(board, ".none")[0]!.textContent).toContain("no features");
});

test("sets no style attribute, so that a strict policy holds", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  expect(all(board, ":not(.rest)[style]")).toHaveLength(0);
});
