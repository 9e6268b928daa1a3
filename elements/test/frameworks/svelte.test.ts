import type { FeaturePanelProps } from "@featurescope/elements/svelte";
import type { SvelteHTMLElements } from "svelte/elements";
import { expect, expectTypeOf, test } from "vitest";
import type { PanelData } from "../../src/feature-panel/panel-data.js";
import type { RunSelectEvent } from "../../src/feature-trend/trend-events.js";

test("Svelte's templates know the tags' attributes, properties and events", () => {
  const props: FeaturePanelProps = { src: "/features/age/", theme: "light", class: "wide" };
  expectTypeOf<SvelteHTMLElements["feature-panel"]["data"]>().toEqualTypeOf<PanelData | null | undefined>();
  expectTypeOf<SvelteHTMLElements["feature-board"]["keep-address"]>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<NonNullable<SvelteHTMLElements["feature-trend"]["onfeaturescope-select"]>>()
    .parameter(0)
    .toEqualTypeOf<RunSelectEvent>();
  // @ts-expect-error -- there is no such theme
  const wrong: SvelteHTMLElements["feature-trend"] = { theme: "blue" };
  expect([props.src, wrong.theme]).toEqual(["/features/age/", "blue"]);
});
