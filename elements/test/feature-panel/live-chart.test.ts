import { beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import type { FeatureBinEvent } from "../../src/feature-panel/panel-events.js";
import { panelDocuments } from "./documents.js";
import { PATIENT, buttonOf, chartOf, pointAt, showPanel, spokenOf, textOf, tipOf } from "./show-panel.js";

let panel: FeaturePanel;
let chart: HTMLElement;

beforeEach(async () => {
  panel = showPanel({ data: panelDocuments() });
  chart = await vi.waitUntil(() => chartOf(panel), PATIENT);
});

/** Moves the pointer over the chart, to a share of its width. */
function point(share: number): void {
  const { left, width } = chart.getBoundingClientRect();
  pointAt(panel, left + share * width);
}

test("is one tab stop that says where it is", async () => {
  expect(chart.getAttribute("aria-label")).toBe("Distribution of loan_amount");
  expect([chart.getAttribute("aria-valuemin"), chart.getAttribute("aria-valuemax")]).toEqual(["0", "50"]);
  // Orca says nothing of a value that stays, whatever its text: the first bin is another than none.
  expect(chart.getAttribute("aria-valuenow")).toBe("0");
  chart.focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(() => spokenOf(panel), PATIENT).toMatch(/^Bin 1 of 50, 0 to 2/);
  expect(tipOf(panel)).toBe(spokenOf(panel));
  expect(chart.getAttribute("aria-valuenow")).toBe("1");
  await userEvent.keyboard("{End}{PageUp}");
  await expect.poll(() => spokenOf(panel), PATIENT).toMatch(/^Bin 45 of 50/);
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => tipOf(panel), PATIENT).toBe("");
});

test("keys may come faster than drawings", async () => {
  chart.focus();
  for (let step = 0; step < 6; step++) {
    chart.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  }
  await expect.poll(() => spokenOf(panel), PATIENT).toMatch(/^Bin 6 of 50/);
});

test("paper is light, whatever the screen is", async () => {
  const canvas = chart.querySelector("canvas")!;
  const light = canvas.toDataURL();
  panel.theme = "dark";
  await expect.poll(() => canvas.toDataURL(), PATIENT).not.toBe(light);
  dispatchEvent(new Event("beforeprint"));
  // Printing does not wait for another task: promises alone must do.
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
  expect(canvas.toDataURL()).toBe(light);
  dispatchEvent(new Event("afterprint"));
});

test("N finds a bin beyond noise", async () => {
  chart.focus();
  await userEvent.keyboard("n");
  await expect.poll(() => spokenOf(panel), PATIENT).toContain("beyond noise");
});

test("Enter pins a bin for the page, and lets it go", async () => {
  const pinned: FeatureBinEvent["detail"][] = [];
  document.body.addEventListener("featurescope-bin", ({ detail }) => pinned.push(detail));
  chart.focus();
  await userEvent.keyboard("{Home}");
  await expect.poll(() => spokenOf(panel), PATIENT).toMatch(/^Bin 1 /);
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => pinned.length, PATIENT).toBe(1);
  expect(pinned[0]).toEqual({ feature: "loan_amount", bin: 0, text: spokenOf(panel) });
  chart.dispatchEvent(new PointerEvent("pointerleave"));
  expect(tipOf(panel)).not.toBe("");
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => pinned.length, PATIENT).toBe(2);
  expect(pinned[1]).toEqual({ feature: "loan_amount", bin: null, text: "" });
});

test("the pointer says the same as the keyboard, and leaves nothing behind", async () => {
  point(0.5);
  await expect.poll(() => tipOf(panel), PATIENT).toMatch(/^Bin \d+ of 50/);
  expect(spokenOf(panel)).toBe(tipOf(panel));
  chart.dispatchEvent(new PointerEvent("pointerleave"));
  await expect.poll(() => tipOf(panel), PATIENT).toBe("");
});

test("a zoom stays inside the data, holds the cursor and can be taken back", async () => {
  const whole = buttonOf(panel, "whole range");
  expect(whole.ariaDisabled).toBe("true");
  chart.focus();
  await userEvent.keyboard("{End}");
  await expect.poll(() => spokenOf(panel), PATIENT).toMatch(/^Bin 50 /);
  for (let step = 0; step < 12; step++) await userEvent.keyboard("+");
  await expect.poll(() => whole.ariaDisabled, PATIENT).toBe("false");
  await userEvent.keyboard("{Home}");
  await expect.poll(() => spokenOf(panel), PATIENT).toMatch(/^Bin 1 /);
  await userEvent.keyboard("0");
  await expect.poll(() => whole.ariaDisabled, PATIENT).toBe("true");
});

test("a button keeps the focus when there is nothing more that it can do", async () => {
  buttonOf(panel, "zoom in").click();
  const whole = buttonOf(panel, "whole range");
  await expect.poll(() => whole.ariaDisabled, PATIENT).toBe("false");
  whole.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => getComputedStyle(whole).opacity, PATIENT).toBe("0.5");
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  expect(panel.shadowRoot!.activeElement).toBe(whole);
});

test("only a wheel with ctrl zooms: the page keeps its own", async () => {
  const { left, top, width, height } = chart.getBoundingClientRect();
  const wheel = (ctrlKey: boolean): boolean =>
    chart.dispatchEvent(
      new WheelEvent("wheel", {
        deltaY: -100,
        ctrlKey,
        clientX: left + width / 2,
        clientY: top + height / 2,
        bubbles: true,
        cancelable: true,
      }),
    );
  expect(wheel(false)).toBe(true);
  expect(buttonOf(panel, "whole range").ariaDisabled).toBe("true");
  expect(wheel(true)).toBe(false);
  await expect.poll(() => buttonOf(panel, "whole range").ariaDisabled, PATIENT).toBe("false");
});

test("a drag zooms to its stretch, and points at nothing", async () => {
  const { width, height } = chart.getBoundingClientRect();
  const brush = panel.renderRoot.querySelector<HTMLElement>(".brush")!;
  let widest = 0;
  new MutationObserver(() => (widest = Math.max(widest, Number.parseFloat(brush.style.width)))).observe(
    brush,
    {
      attributes: true,
    },
  );
  await userEvent.dragAndDrop(chart, chart, {
    sourcePosition: { x: 0.4 * width, y: height / 2 },
    targetPosition: { x: 0.6 * width, y: height / 2 },
  });
  await expect.poll(() => buttonOf(panel, "whole range").ariaDisabled, PATIENT).toBe("false");
  expect(widest).toBeCloseTo(0.2 * width, 0);
  const tip = panel.renderRoot.querySelector<HTMLElement>(".tip")!;
  expect([brush.hidden, tip.hidden]).toEqual([true, true]);
  chart.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  await expect.poll(() => buttonOf(panel, "whole range").ariaDisabled, PATIENT).toBe("true");
});

test("counts, logarithms and the frozen bins are one button away", async () => {
  buttonOf(panel, "count").click();
  chart.focus();
  await userEvent.keyboard("{Home}");
  await expect.poll(() => spokenOf(panel), PATIENT).toContain("current 24,");
  buttonOf(panel, "log y").click();
  await expect.poll(() => buttonOf(panel, "log y").getAttribute("aria-pressed"), PATIENT).toBe("true");
  buttonOf(panel, "data table").click();
  await expect.poll(() => textOf(panel, ".data tfoot"), PATIENT).toMatch(/^total 5,050 10,100 0\.4\d{4}$/);
  expect(panel.renderRoot.querySelectorAll(".data tbody tr")).toHaveLength(5);
  expect(textOf(panel, ".data thead")).toBe(
    "bin current reference current share q reference share p contribution",
  );
});

test("a theme recolours the chart that is there", async () => {
  const canvas = chart.querySelector("canvas")!;
  const ink = (): string => canvas.toDataURL();
  const light = ink();
  panel.theme = "dark";
  await expect.poll(ink, PATIENT).not.toBe(light);
  expect(chart.querySelector("canvas")).toBe(canvas);
});

test("other documents in hand take the place of what is shown, without a skeleton", async () => {
  const canvas = chart.querySelector("canvas")!;
  buttonOf(panel, "count").click();
  const before = canvas.toDataURL();
  const gone: Node[] = [];
  const observer = new MutationObserver((changes) =>
    gone.push(
      ...changes.flatMap(({ removedNodes }) => [...removedNodes].filter((node) => node instanceof Element)),
    ),
  );
  observer.observe(panel.renderRoot.querySelector("article")!, { childList: true });
  observer.observe(panel.renderRoot.querySelector(".zone")!, { childList: true, subtree: true });
  const next = panelDocuments([2400, 1500, 800, 300, 50], 10);
  panel.data = next;
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain(next.statistics.run);
  await expect.poll(() => canvas.toDataURL(), PATIENT).not.toBe(before);
  expect(panel.renderRoot.querySelector(".live canvas")).toBe(canvas);
  expect(gone).toEqual([]);
  expect(buttonOf(panel, "count").getAttribute("aria-pressed")).toBe("true");
});

test("documents in hand that cannot be read do not leave others' figures", async () => {
  panel.data = { ...panelDocuments(), statistics: { schemaVersion: 1 } as never };
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
  expect(panel.loaded).toBeNull();
});

test("lets the chart go with the panel, and draws it again when the panel comes back", async () => {
  panel.remove();
  expect(chart.querySelector("canvas")).toBeNull();
  document.body.append(panel);
  await expect.poll(() => chartOf(panel)?.querySelector("canvas") ?? null, PATIENT).not.toBeNull();
});
