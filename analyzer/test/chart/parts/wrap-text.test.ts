import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutInMiddle, textWidth } from "../../../src/chart/parts/text-width.js";
import { wrapText } from "../../../src/chart/parts/wrap-text.js";

test("no line is wider than the room, and what fits is kept word for word", () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z0-9_.%→≥]{1,12}$/),
    fc.stringMatching(/^[近三十天交易金额]{1,6}[，。]?$/),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 120, max: 500 }), (words, width) => {
      const text = words.join(" ");
      const lines = wrapText(text, width, 14);
      for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
      // A dozen of wide signs is wider than the narrowest line, and cut.
      const kept = words.map((each) => (textWidth(each, 14) <= width ? each : cutInMiddle(each, width, 14)));
      expect(lines.join("").replaceAll(" ", "")).toBe(kept.join(""));
    }),
  );
});

test("a no-break space holds together, a word wider than a line is cut in its middle", () => {
  expect(wrapText("median 5.0\u00a0→\u00a014.2\u00a0k", 90, 14)).toEqual([
    "median",
    "5.0\u00a0→\u00a014.2\u00a0k",
  ]);
  const [cut = "", ...others] = wrapText("transaction_amount_of_all_cards_in_30d", 120, 14);
  expect(others).toEqual([]);
  expect(cut).toMatch(/^trans.*….*_30d$/);
});
