import { listStories } from "./support/list-stories.js";
import { differingShare } from "./support/pictures.js";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

/** Width of `chart.png` in CSS px; it is drawn at twice that. */
const POSTER_WIDTH = 740;

test.use({ deviceScaleFactor: 2 });

for (const { id } of (await listStories()).filter(({ samePicture }) => samePicture)) {
  test(`${id}: the live chart is the report's picture`, async ({ page, browser, stories }) => {
    const wide = 1200;
    await page.setViewportSize({ width: wide, height: 1200 });
    await page.goto(`${stories.origin}/?story=${id}&theme=light`);
    await waitUntilDrawn(page);
    const zone = page.locator("feature-panel .zone");
    const width = await zone.evaluate((box) => box.clientWidth);
    await page.setViewportSize({ width: wide + POSTER_WIDTH - width, height: 1200 });
    await expect.poll(() => zone.evaluate((box) => box.clientWidth)).toBe(POSTER_WIDTH);
    await waitUntilDrawn(page);
    const live = await zone
      .locator(".live canvas")
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL("image/png").split(",")[1] ?? "");
    const folder = await page.locator("feature-panel").getAttribute("src");
    const poster = await page.request.get(`${folder}chart.png`);
    const share = await differingShare(browser, Buffer.from(live, "base64"), await poster.body());
    expect(share).toBeLessThanOrEqual(0.01);
  });
}
