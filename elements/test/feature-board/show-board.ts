import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { setFetch } from "../../src/fetch.js";
import type { RowPlan } from "./credit-list.js";

customElements.define("feature-board", FeatureBoard);

/** Waits until a board has drawn what it has. */
export async function settled(board: FeatureBoard): Promise<void> {
  const isBusy = (): boolean => board.renderRoot.querySelector('[aria-busy="true"]') !== null;
  for (let turn = 0; turn < 5 || (isBusy() && turn < 500); turn++) {
    await board.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Puts a board into the page. */
export async function boardOf(properties: Partial<FeatureBoard>): Promise<FeatureBoard> {
  const board = Object.assign(document.createElement("feature-board"), properties);
  document.body.append(board);
  await settled(board);
  return board;
}

/** What of a board a selector finds. */
export function all(board: FeatureBoard, selector: string): HTMLElement[] {
  return [...board.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

/** Names of its rows, top to bottom. */
export function names(board: FeatureBoard): string[] {
  return all(board, "[data-key] .cut .spoken").map((name) => name.textContent);
}

/** Plans of features, the first of which moved most. */
export const many = (count: number): RowPlan[] =>
  Array.from({ length: count }, (_, i) => ({ name: `feature_${i}`, index: 0.3 - i / (4 * count) }));

/** Has every request answered with a document. */
export function answer(body: unknown, status = 200): void {
  setFetch(
    async () =>
      new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } }),
  );
}
