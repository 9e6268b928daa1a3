import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

/** Every element, and every way it draws. */
const STORIES = [
  "feature-panel-numeric--linear",
  "feature-panel-other-kinds--categorical",
  "feature-monitor-panel--first-design",
  "feature-board--credit",
  "feature-compare--numeric",
  "feature-compare--rows",
  "feature-compare--heat",
  "feature-compare--overlay",
  "feature-compare--cumulative",
  "feature-trend--full",
  "feature-chart--stored",
  "feature-chart--own",
];

for (const story of STORIES) {
  test(`${story} violates nothing under default-src 'none' with Trusted Types, and asks nobody else`, async ({
    page,
    stories,
  }) => {
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const answer = await page.goto(`${stories.origin}/?story=${story}`);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    await waitUntilDrawn(page);
    for (const chart of await page.getByRole("slider").all()) {
      await chart.hover();
      await chart.press("End");
    }
    const element = page.locator("main > :last-child");
    await element.hover({ position: { x: 200, y: 200 } });
    for (const button of await element.locator("button:visible:enabled").all()) {
      // Those before it may have hidden it, or left it nothing to do.
      if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
    }
    await waitUntilDrawn(page);
    expect(await page.evaluate("violations")).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((url) => !url.startsWith(stories.origin) && !url.startsWith("blob:"))).toEqual([]);
  });
}

test("the policy holds: text cannot become code", async ({ page, stories, complaints }) => {
  await page.goto(`${stories.origin}/?story=${STORIES[0]}`);
  const refused = await page.evaluate(() => {
    try {
      document.createElement("div").innerHTML = "<b>text</b>";
      return false;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  expect(refused).toBe(true);
  expect(complaints.splice(0)).toHaveLength(1);
});
