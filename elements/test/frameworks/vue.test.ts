import type { FeaturePanelProps } from "@featurescope/elements/vue";
import { expect, expectTypeOf, test } from "vitest";
import { type GlobalComponents, createApp, createSSRApp, h } from "vue";
import { renderToString } from "vue/server-renderer";
import type { PanelData } from "../../src/feature-panel/panel-data.js";
import type { FeatureLoadEvent } from "../../src/feature-panel/panel-events.js";
import "../../src/index.js";
import { panelDocuments } from "../feature-panel/documents.js";
import { json, serve } from "../feature-panel/gateway.js";

const { statistics, distribution } = panelDocuments();
const FOLDER = "/reports/now/features/loan_amount/";

const FLAGS = [
  ["feature-board", "live", "live"],
  ["feature-board", "keep-address", "keepAddress"],
  ["feature-board", "select-first", "selectFirst"],
  ["feature-compare", "live", "live"],
  ["feature-monitor-panel", "live", "live"],
  ["feature-panel", "live", "live"],
  ["feature-trend", "live", "live"],
] as const;

/** What a template may give to a tag. */
type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>["$props"];

test("Vue sets attributes and properties, and hears events", async () => {
  serve({
    [`${FOLDER}statistics.json`]: json(statistics),
    [`${FOLDER}distribution.json`]: json(distribution),
  });
  const loaded: string[] = [];
  const onFeaturescopeLoad = ({ detail }: FeatureLoadEvent): void => {
    loaded.push(detail.statistics.feature);
  };
  const panels = [{ src: FOLDER, theme: "dark" as const }, { data: { statistics } }];
  const app = createApp(() => panels.map((props) => h("feature-panel", { ...props, onFeaturescopeLoad })));
  app.mount(document.body.appendChild(document.createElement("div")));
  await expect.poll(() => loaded).toEqual(["loan_amount", "loan_amount"]);
  expect(document.querySelector("feature-panel")!.theme).toBe("dark");
  app.unmount();
});

test("what Vue writes on a server is off where it was off", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  for (const [tag, attribute, name] of FLAGS) {
    await customElements.whenDefined(tag);
    for (const value of [false, true]) {
      place.innerHTML = await renderToString(createSSRApp(() => h(tag, { [attribute]: value })));
      const element = place.querySelector<HTMLElement & Record<string, unknown>>(tag)!;
      expect([tag, name, element[name]]).toEqual([tag, name, value]);
    }
  }
  place.remove();
});

test("templates know the tags' properties and events", () => {
  const props: FeaturePanelProps = { src: FOLDER, theme: "light" };
  expectTypeOf<Props<"feature-panel">["data"]>().toEqualTypeOf<PanelData | null | undefined>();
  expectTypeOf<Props<"feature-compare">["view"]>().toEqualTypeOf<
    "overlay" | "rows" | "heat" | "ecdf" | undefined
  >();
  expectTypeOf<Props<"feature-board">["keepAddress"]>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<NonNullable<Props<"feature-panel">["onFeaturescopeLoad"]>>()
    .parameter(0)
    .toEqualTypeOf<FeatureLoadEvent>();
  // @ts-expect-error -- there is no such theme
  const wrong: Props<"feature-trend"> = { theme: "blue" };
  expect([props.src, wrong.theme]).toEqual([FOLDER, "blue"]);
});
