import { chromium } from "@playwright/test";
import { serve, storiesSite } from "./site.js";

/** A story as the list page links it. */
export interface ListedStory {
  id: string;
  /** Whether its live chart is the same picture as the report's `chart.png`. */
  samePicture: boolean;
  /** Whether it never settles. */
  endless: boolean;
}

/**
 * Every story, read from the built list page: tests are declared from it before any browser of theirs runs.
 * @throws Error where the stories are not built
 */
export async function listStories(): Promise<ListedStory[]> {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "";
  const [site, browser] = await Promise.all([
    serve(storiesSite),
    chromium.launch({ executablePath, args: ["--no-sandbox"] }),
  ]);
  try {
    const page = await browser.newPage();
    const answer = await page.goto(site.origin);
    if (!answer?.ok()) throw new Error("The stories are not built: run node stories/scripts/build.mjs.");
    const links = page.locator("a[data-story]");
    await links.first().waitFor();
    return await links.evaluateAll((all) =>
      all.map((link) => ({
        id: link.getAttribute("data-story") ?? "",
        samePicture: link.hasAttribute("data-same-picture"),
        endless: link.hasAttribute("data-endless"),
      })),
    );
  } finally {
    await browser.close();
    site.close();
  }
}
