import { accessFaults, hiddenFocus } from "./support/access-faults.js";
import { layoutFaults } from "./support/layout-faults.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

/** Every element, and every way it draws. */
const STORIES = [
  "feature-panel-numeric--linear",
  "feature-panel-other-kinds--categorical",
  "feature-board--credit",
  "feature-compare--numeric",
  "feature-compare--rows",
  "feature-compare--heat",
  "feature-compare--cumulative",
  "feature-trend--full",
  "feature-chart--own",
];

/** Colours of the themes that must give way: the current run's bars and line, and more than in the reference. */
const THEMED = ["rgb(183, 208, 245)", "rgb(37, 99, 201)", "rgb(194, 84, 10)"];

/** Runs in the page: colours that fill at least a thousandth of a canvas, except its ground. */
function mainColors(canvas: Element): string[] {
  const { width, height } = canvas as HTMLCanvasElement;
  const data = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) continue;
    const color = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > (width * height) / 1000).map(([color]) => color);
}

for (const story of STORIES) {
  test(`${story}: forced colours reach the charts, nothing is lost`, async ({ page, stories }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${stories.origin}/?story=${story}`);
    await waitUntilDrawn(page);
    expect(await accessFaults(page)).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
    for (const canvas of await page.locator("canvas:visible").all()) {
      const colors = await canvas.evaluate(mainColors);
      expect(colors).toEqual(expect.arrayContaining(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]));
      expect(colors.filter((color) => THEMED.includes(color))).toEqual([]);
    }
  });

  test(`${story}: what takes the focus shows it, and nothing moves where motion is to be reduced`, async ({
    page,
    stories,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${stories.origin}/?story=${story}`);
    await waitUntilDrawn(page);
    await page.locator("main :is(button, [tabindex='0'])").first().waitFor();
    const { stops, faults } = await hiddenFocus(page);
    expect(stops).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    for (const chart of await page.getByRole("slider").all()) await chart.press("End");
    const moving = await page
      .locator("main *")
      .evaluateAll((all) =>
        all.flatMap((each) => each.getAnimations().map(() => each.outerHTML.slice(0, 80))),
      );
    expect(moving).toEqual([]);
  });
}

test("forced colours draw no block where a heat map only leaves room", async ({ page, stories }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${stories.origin}/?story=feature-compare--heat`);
  await waitUntilDrawn(page);
  const ground = await page
    .locator("feature-compare .frame")
    .evaluate((frame) => getComputedStyle(frame).backgroundColor);
  await expect(page.locator("feature-compare thead .apart")).toHaveCSS("border-left-color", ground);
});

/** Runs in the page: what paper shows of an element, without any time in between, as a browser prints. */
async function print(element: Element): Promise<{ grounds: number[][]; rows: number }> {
  dispatchEvent(new Event("beforeprint"));
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  const all = [...(element.shadowRoot?.querySelectorAll("*") ?? [])];
  const canvases = all.filter((each) => each instanceof HTMLCanvasElement);
  return {
    grounds: canvases.map((canvas) => [...(canvas.getContext("2d")?.getImageData(2, 2, 1, 1).data ?? [])]),
    rows: all.filter((each) => each.matches("[role=row][data-key]")).length,
  };
}

for (const story of STORIES) {
  test(`${story}: paper is light, without controls, and nothing leaves it`, async ({ page, stories }) => {
    await page.goto(`${stories.origin}/?story=${story}&theme=dark`);
    await waitUntilDrawn(page);
    const element = page.locator("main > :last-child");
    await expect(element.locator("[part=frame]")).toHaveCSS("background-color", "rgb(20, 23, 28)");
    const { grounds } = await element.evaluate(print);
    // Transparent, or white.
    for (const [red, , , alpha] of grounds) expect(alpha === 0 || red === 255).toBe(true);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 700, height: 1000 });
    await expect(element.locator("[part=frame]")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(element.locator(":is(button:not(th button), input, select):visible")).toHaveCount(0);
    expect(await layoutFaults(page)).toEqual([]);
    const wide = await element
      .locator(":is(canvas, svg):visible")
      .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth).length);
    expect(wide).toBe(0);
    const cut = await element.locator(":visible").evaluateAll((all) =>
      all
        .filter((each) => getComputedStyle(each).textOverflow === "ellipsis")
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
  });
}

test("paper shows the whole board", async ({ page, stories }) => {
  await page.goto(`${stories.origin}/?story=feature-board--thousand`);
  const board = page.locator("feature-board");
  await expect(board.getByRole("row").nth(5)).toBeVisible();
  const { rows } = await board.evaluate(print);
  expect(rows).toBeGreaterThanOrEqual(1000);
});
