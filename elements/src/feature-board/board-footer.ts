import { formatCount } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { clock } from "../parts/clock.js";
import { printedAddress } from "../parts/printed-address.js";
import type { Words } from "../words/words.js";
import type { BoardOrder } from "./board-order.js";

/** What a board's footer shows, and what it reports. */
export interface FooterOptions {
  /** Features that the filter leaves. */
  shown: number;
  total: number;
  /** Which run this is, and where, for a reader on paper. */
  printed: readonly string[];
  byImportance: boolean;
  order: BoardOrder;
  /** Whether the order may become old by itself: its place is then kept, so that nothing moves. */
  live: boolean;
  words: Words;
  onRank: () => void;
}

/** How many features are shown and by what they are ranked; how old the order is, and a button to rank anew. */
export function boardFooter(options: FooterOptions): TemplateResult {
  const { shown, total, order, live, words, onRank } = options;
  const { language, board } = words;
  const ranking = options.byImportance ? board.ranked : board.rankedByDrift;
  const count = board.shown(formatCount(shown, language), formatCount(total, language));
  return html`<footer>
    <span>${count} · ${ranking}</span>
    ${printedAddress(...options.printed)}
    ${
      order.made !== null && (live || order.isOld)
        ? html`<span class="offer">
            ${board.orderOf(clock(order.made, language), order.changed)}
            <button class="outlined" aria-disabled=${!order.isOld} @click=${onRank}>${board.rerank}</button>
          </span>`
        : nothing
    }
  </footer>`;
}
