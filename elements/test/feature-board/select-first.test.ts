import { afterEach, expect, test } from "vitest";
import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { CREDIT, featureList } from "./credit-list.js";

customElements.define("feature-board", FeatureBoard);

afterEach(() => history.replaceState(null, "", " "));

/** A board that shows its rows, and the keys that it said were selected. */
async function boardOf(properties: Partial<FeatureBoard>): Promise<{ board: FeatureBoard; said: string[] }> {
  const board = Object.assign(new FeatureBoard(), { data: featureList(CREDIT), ...properties });
  const said: string[] = [];
  board.addEventListener("featurescope-select", ({ detail }) => said.push(detail.key));
  document.body.append(board);
  await expect.poll(() => rowsOf(board).length).toBe(CREDIT.length);
  return { board, said };
}

function rowsOf(board: FeatureBoard): HTMLElement[] {
  return [...board.renderRoot.querySelectorAll<HTMLElement>("[data-key]")];
}

function marked(board: FeatureBoard): (string | undefined)[] {
  return rowsOf(board)
    .filter((row) => row.ariaSelected === "true")
    .map((row) => row.dataset["key"]);
}

test("the first row is selected, and the address left as it is", async () => {
  const { board, said } = await boardOf({ selectFirst: true, keepAddress: true });
  const first = rowsOf(board)[0]!.dataset["key"];
  expect(said).toEqual([first]);
  expect(marked(board)).toEqual([first]);
  expect(location.hash).toBe("");
});

test("a reader may select it all the same, or another", async () => {
  const { board, said } = await boardOf({ selectFirst: true, keepAddress: true });
  const [first, second] = rowsOf(board);
  first!.click();
  expect(location.hash).toBe(`#${first!.dataset["key"]}`);
  second!.click();
  await board.updateComplete;
  expect(said).toEqual([first, first, second].map((row) => row!.dataset["key"]));
  expect(marked(board)).toEqual([second!.dataset["key"]]);
});

test("newer data select nothing anew", async () => {
  const { board, said } = await boardOf({ selectFirst: true });
  board.data = featureList(CREDIT.toReversed().map((plan) => ({ ...plan, index: 0.01 })));
  await expect
    .poll(() => board.renderRoot.querySelector("[data-key=loan_amount] .index")?.textContent)
    .toBe("0.01");
  expect(said).toHaveLength(1);
  expect(marked(board)).toEqual(said);
});

test("an address that names a row goes before the first, and no board selects without being asked", async () => {
  location.hash = "#loan_amount";
  const named = await boardOf({ selectFirst: true, keepAddress: true });
  await expect.poll(() => named.said).toEqual(["loan_amount"]);
  named.board.remove();
  const quiet = await boardOf({});
  expect([quiet.said, marked(quiet.board)]).toEqual([[], []]);
});
