import { expect, test } from "./support/test.js";
import { waitUntilDrawn } from "./support/wait-until-drawn.js";

const STORIES = [
  "feature-panel-numeric--linear",
  "feature-panel-other-kinds--categorical",
  "feature-board--credit",
  "feature-compare--numeric",
];

for (const story of STORIES) {
  test(`${story} violates nothing under default-src 'none' with Trusted Types`, async ({ page, stories }) => {
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    const answer = await page.goto(`${stories.origin}/?story=${story}`);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    await waitUntilDrawn(page);
    const chart = page.getByRole("slider").first();
    if (story.includes("panel")) {
      await chart.hover();
      await chart.press("End");
      for (const button of await page.locator("feature-panel footer button:visible:enabled").all())
        await button.click();
    }
    expect(await page.evaluate("violations")).toEqual([]);
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
