import type { FeatureList } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { setFetch } from "../../src/fetch.js";
import { CREDIT, featureList } from "./credit-list.js";
import { all, answer, boardOf, many, names, settled } from "./show-board.js";

test("ranks another pipeline's list in hand by itself, and takes nothing over from the one before", async () => {
  const plans = many(5);
  const board = await boardOf({ data: featureList(plans) });
  all(board, '[data-key="feature_4"]')[0]!.click();
  const upsideDown = plans.map(({ name }, i) => ({ name, index: plans[4 - i]!.index }));
  board.data = { ...featureList(upsideDown), pipeline: "fraud" };
  await settled(board);
  expect(names(board)).toEqual(["feature_4", "feature_3", "feature_2", "feature_1", "feature_0"]);
  expect(all(board, "footer button")).toHaveLength(0);
  expect(all(board, '.row[aria-selected="true"]')).toHaveLength(0);
});

test("a list in hand that cannot be read leaves no rows of the one before", async () => {
  const board = await boardOf({ data: featureList(CREDIT) });
  board.data = {} as FeatureList;
  await settled(board);
  expect(names(board)).toEqual([]);
  expect(all(board, "[role=alert]")[0]!.textContent).toContain("not a Featurescope report");
});

test("at another address the failure of the one before is not told", async () => {
  answer({}, 404);
  const board = await boardOf({ src: "/features" });
  expect(all(board, "[role=alert]")).toHaveLength(1);
  setFetch(() => new Promise(() => undefined));
  board.src = "/others";
  await board.updateComplete;
  await board.updateComplete;
  expect(all(board, "[role=alert]")).toHaveLength(0);
  expect(all(board, '[aria-busy="true"]')).toHaveLength(1);
});
