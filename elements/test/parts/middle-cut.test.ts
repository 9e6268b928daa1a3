import * as fc from "fast-check";
import { html } from "lit";
import { expect, test } from "vitest";
import { middleCut } from "../../src/parts/middle-cut.js";
import { draw } from "./draw.js";

function parts(name: string): (string | null)[] {
  const shown = draw(middleCut(name)).querySelectorAll("[aria-hidden]");
  return Array.from(shown, ({ textContent }) => textContent);
}

test("shows every character once and says the name whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (name) => {
      const cut = draw(html`${middleCut(name)}`).querySelector(".cut")!;
      const shown = Array.from(cut.querySelectorAll("[aria-hidden]"), (part) => part.textContent).join("");
      expect(shown).toBe(name);
      expect(cut.querySelector(".spoken")!.textContent).toBe(name);
    }),
    { numRuns: 60 },
  );
});

test("keeps the end of a long name, where names of a list differ", () => {
  const cut = draw(middleCut("credit_utilization_revolving_accounts_30d")).querySelector(".cut")!;
  expect(cut.querySelector(".tail")!.textContent).toBe("accounts_30d");
});

test("keeps some of the end of a shorter name too, and breaks no character that a reader sees", () => {
  expect(parts("employment_tenure_months")).toEqual(["employment_tenur", "e_months"]);
  expect(parts("👩‍👩‍👧🇨🇳👍🏽")).toEqual(["👩‍👩‍👧🇨🇳", "👍🏽"]);
});

test("a name that runs from right to left has its end on the left", () => {
  const cut = draw(middleCut("مبلغ_القرض_الشهري_للعميل_الجديد")).querySelector<HTMLElement>(".cut")!;
  expect(getComputedStyle(cut).direction).toBe("rtl");
});
