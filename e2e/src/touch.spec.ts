import type { CDPSession } from "@playwright/test";
import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

/** Two fingers that draw apart, as a reader does to see a page larger. */
async function pinch(session: CDPSession, x: number, y: number): Promise<void> {
  const fingers = (apart: number) => [
    { x: x - apart, y, id: 0 },
    { x: x + apart, y, id: 1 },
  ];
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(20) });
  for (let apart = 24; apart <= 80; apart += 4)
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(apart) });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

for (const story of ["feature-panel-numeric--linear", "feature-trend--full"])
  test(`${story}: a pinch that begins on the chart enlarges the page`, async ({ page, stories }) => {
    await page.goto(`${stories.origin}/?story=${story}`);
    await waitUntilDrawn(page);
    const chart = page.getByRole("slider").first();
    await chart.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await chart.boundingBox())!;
    const session = await page.context().newCDPSession(page);
    await pinch(session, x + width / 2, y + height / 2);
    await expect.poll(() => page.evaluate(() => visualViewport!.scale)).toBeGreaterThan(1.2);
  });
